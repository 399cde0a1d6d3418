using Azure.Data.Tables;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Calls;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Destinations;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.LiveUpdates;
using Koppla.Functions.Numbers;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Organisations;
using Koppla.Functions.PlacedCalls;
using Koppla.Functions.Security;
using Koppla.Functions.Sounds;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.Storage;
using Koppla.Functions.Transfers;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>The way of an incoming call with everything that is ours, between a storage and a provider that do as they are told.</summary>
internal sealed class Exchange : IDisposable
{
    public static readonly OrganisationId Owner = new(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a01"));
    public static readonly UserId Anna = new(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"));
    public static readonly AppDevice App = new("8:acs:1_anna");

    private readonly KnownLines lines = new();

    /// <param name="storage">Null makes tables in memory.</param>
    /// <param name="fallbacks">Configured rules.</param>
    public Exchange(TableServiceClient? storage = null, params FallbackOptions.Rule[] fallbacks)
        : this(null, storage, fallbacks)
    {
    }

    private Exchange(Func<Exchange, ICallControl>? control, TableServiceClient? storage, FallbackOptions.Rule[] fallbacks)
    {
        Provider = new FakeProvider(Storage);
        var provider = control?.Invoke(this) ?? Provider;
        var tables = new Tables(storage ?? Storage.Service);
        var callbacks = Options.Create(new CallbackOptions { BaseAddress = new Uri("https://koppla.example") });
        var sounds = new SoundLibrary(callbacks, Options.Create(new SoundOptions()));
        var planner = new WorkPlanner(sounds);
        Numbers = new NumberStore(tables, new NumberListing(tables, new NumberBlocks(tables)));
        Users = new UserStore(tables, new ColleagueIndex(tables, new SecretSource()));
        Organisations = new OrganisationStore(tables);
        Recorder = new CallRecorder(new CallRecordStore(tables), Time, NullLogger<CallRecorder>.Instance);
        Supervised = new SupervisedCallStore(tables);
        var cache = new OrganisationCache(Organisations, Clock);
        Forwards = new ForwardCounter(Clock);
        var router = new CallRouter(new RoutingDataReader(Numbers, Users, cache, Forwards), Forwards);
        var start = new SupervisedCallStart(Supervised, planner, provider, callbacks, new SecretSource(), Clock);
        var index = new OngoingCallIndex(tables, Supervised);
        Runner = new SupervisedCallRunner(
            Supervised, router, planner, new CallCommandSender(provider, sounds, callbacks, Clock), index, Signals, Recorder, Clock, Time,
            NullLogger<SupervisedCallRunner>.Instance);
        var keys = new RequestKeys(tables, Clock);
        var goals = new Goals(Users, cache);
        var steps = new TransferStep(Runner);
        Transfers = new TransferStart(
            Supervised,
            steps,
            index,
            new TransferTargets(goals, Numbers, cache, router, planner, Clock),
            new Transferors(Users, cache),
            keys,
            new SecretSource(),
            Clock);
        Desk = new TransferDesk(Supervised, steps, keys, new SecretSource(), Clock);
        Sweeper = new CallSweeper(Supervised, Runner, start, index, provider, Clock, NullLogger<CallSweeper>.Instance);
        Placing = new PlacedCallDesk(
            new Placements(Users, cache, goals),
            keys,
            Supervised,
            Runner,
            index,
            new CallRecordStore(tables),
            new SecretSource(),
            Clock);
        Handler = new IncomingCallHandler(
            router,
            new FallbackRoutes(Options.Create(new FallbackOptions { Rules = fallbacks })),
            lines,
            new PlanExecution(provider, start),
            start,
            Recorder,
            Clock,
            Time,
            NullLogger<IncomingCallHandler>.Instance);
    }

    public FakeClock Clock { get; } = new(TestCall.Now);

    public FakeTimeProvider Time { get; } = new(TestCall.Now.ToDateTimeOffset());

    public FakeStorage Storage { get; } = new();

    public FakeProvider Provider { get; }

    public NumberStore Numbers { get; }

    public UserStore Users { get; }

    public OrganisationStore Organisations { get; }

    public CallRecorder Recorder { get; }

    public ForwardCounter Forwards { get; }

    public SupervisedCallStore Supervised { get; }

    public SupervisedCallRunner Runner { get; }

    public ChangeSignals Signals { get; } = new();

    public TransferStart Transfers { get; }

    public TransferDesk Desk { get; }

    public CallSweeper Sweeper { get; }

    public IncomingCallHandler Handler { get; }

    public PlacedCallDesk Placing { get; }

    /// <summary>The stored records of calls.</summary>
    public IReadOnlyList<CallRecord> Records => [.. Storage.In("calls").Select(CallRecordMapping.FromEntity)];

    /// <summary>The supervised calls as they are stored; it costs no read.</summary>
    public IReadOnlyList<SupervisedCall> SupervisedCalls => [.. Storage.In("supervisedcalls").Select(SupervisedCallMapping.FromEntity)];

    /// <summary>With another provider than the one that does as it is told.</summary>
    public static Exchange ControlledBy(Func<Exchange, ICallControl> control) => new(control, null, []);

    public static Exchange WithFallback(PhoneNumber destination) =>
        new(null, new FallbackOptions.Rule { Prefix = "+46", Destination = destination.E164 });

    /// <summary>An organisation with a forwarded reserved number, and a user with a fixed and a mobile number and an app.</summary>
    public async Task<Exchange> FilledAsync()
    {
        await OrganisationAsync();
        await ReservedAsync(Tests.Numbers.Reserved, Tests.Numbers.Outside);
        await UserAsync(App);
        Storage.ClearLog();
        return this;
    }

    public Task OrganisationAsync(bool suspended = false, PhoneNumber? fallback = null) => Organisations.WriteAsync(
        new Organisation(Owner, "Exempelbolaget AB", suspended, AllowedCountries.Default, fallback), CancellationToken.None);

    public Task ReservedAsync(PhoneNumber number, PhoneNumber? destination) => Numbers.WriteAsync(
        number,
        new ReservedNumber(Owner, destination is null ? null : new Forwarding(destination, true)),
        CancellationToken.None);

    public Task UserAsync(Device? device, PhoneNumber? fixedTo = null) =>
        UserAsync(fixedTo is null ? NumberRule.Ring : NumberRule.Forward(fixedTo), device is null ? [] : [device]);

    /// <param name="rule">For the fixed number; calls to the mobile number ring and are not followed up.</param>
    public async Task UserAsync(NumberRule rule, params Device[] devices)
    {
        var handling = CallHandling.Always(Profile.Available(rule, NumberRule.Ring), [.. devices]);
        PhoneNumber[] numbers = [Tests.Numbers.Fixed, Tests.Numbers.Mobile];
        await Users.WriteAsync(new User(Anna, Owner, "Anna Berg", [.. numbers], Language.Swedish, handling), CancellationToken.None);
        foreach (var number in numbers)
        {
            await Numbers.WriteAsync(number, new AssignedNumber(Owner, Anna), CancellationToken.None);
        }
    }

    /// <summary>Another user, with an app and a number of ours.</summary>
    public async Task ColleagueAsync(UserId id, PhoneNumber number, AppDevice app)
    {
        var handling = CallHandling.Always(Profile.Available(NumberRule.Ring, NumberRule.Ring), app);
        await Users.WriteAsync(new User(id, Owner, "Bo Ek", [number], Language.Swedish, handling), CancellationToken.None);
        await Numbers.WriteAsync(number, new AssignedNumber(Owner, id), CancellationToken.None);
    }

    public Task<Handling> DeliverAsync(TestCall call) => DeliverAsync(call.Delivery());

    public Task<Handling> DeliverAsync(byte[] delivery) => Handler.HandleAsync(delivery, TestContext.Current.CancellationToken);

    /// <summary>Tells of something that happened in the only supervised call.</summary>
    public async Task<bool> TellAsync(Func<SupervisedCall, CallEvent> happened)
    {
        var call = Assert.Single(SupervisedCalls);
        return await Runner.HandleAsync(call.Facts.Id, call.Facts.Secret, happened(call), TestContext.Current.CancellationToken);
    }

    public Task<bool> ConnectAsync() =>
        TellAsync(call => new Connected($"connected-{call.Facts.Id}", FakeProvider.Connection, "answer", Clock.GetCurrentInstant()));

    /// <summary>Anna calls a number.</summary>
    public Task<(SupervisedCall? Call, Problem? Problem)> PlaceAsync(PhoneNumber to, string? key = null, string? device = null) => Placing.PlaceAsync(
        new Person(Owner, Anna, IsAdministrator: false),
        new PlacedCallWish(Destination.Of(to), device),
        key,
        to.E164,
        TestContext.Current.CancellationToken);

    public Task<Handling> CallAsync(PhoneNumber number) => DeliverAsync(TestCall.Calling(number));

    public void Dispose()
    {
        lines.Dispose();
        Recorder.Dispose();
    }
}
