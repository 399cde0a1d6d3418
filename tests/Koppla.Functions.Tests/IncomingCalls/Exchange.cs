using Azure.Data.Tables;
using Koppla.Functions.Calls;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.Storage;
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
    {
        Provider = new FakeProvider(Storage);
        var tables = new Tables(storage ?? Storage.Service);
        Numbers = new NumberStore(tables);
        Users = new UserStore(tables);
        Organisations = new OrganisationStore(tables);
        Recorder = new CallRecorder(new CallRecordStore(tables), Time, NullLogger<CallRecorder>.Instance);
        Handler = new IncomingCallHandler(
            new CallRouter(new RoutingDataReader(Numbers, Users, new OrganisationCache(Organisations, Clock))),
            new FallbackRoutes(Options.Create(new FallbackOptions { Rules = fallbacks })),
            lines,
            new PlanExecution(Provider),
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

    public IncomingCallHandler Handler { get; }

    /// <summary>The stored records of calls.</summary>
    public IReadOnlyList<CallRecord> Records => [.. Storage.In("calls").Select(CallRecordMapping.FromEntity)];

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

    public async Task UserAsync(Device? device, PhoneNumber? fixedTo = null)
    {
        var rule = fixedTo is null ? NumberRule.Ring : NumberRule.Forward(fixedTo);
        var handling = CallHandling.Always(Profile.Available(rule, NumberRule.Ring), device is null ? [] : [device]);
        PhoneNumber[] numbers = [Tests.Numbers.Fixed, Tests.Numbers.Mobile];
        await Users.WriteAsync(new User(Anna, Owner, "Anna Berg", [.. numbers], Language.Swedish, handling), CancellationToken.None);
        foreach (var number in numbers)
        {
            await Numbers.WriteAsync(number, new AssignedNumber(Owner, Anna), CancellationToken.None);
        }
    }

    public Task<Handling> DeliverAsync(TestCall call) => DeliverAsync(call.Delivery());

    public Task<Handling> DeliverAsync(byte[] delivery) => Handler.HandleAsync(delivery, TestContext.Current.CancellationToken);

    public Task<Handling> CallAsync(PhoneNumber number) => DeliverAsync(TestCall.Calling(number));

    public void Dispose()
    {
        lines.Dispose();
        Recorder.Dispose();
    }
}
