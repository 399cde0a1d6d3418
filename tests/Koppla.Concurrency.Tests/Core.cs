using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Calls;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Destinations;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.LiveUpdates;
using Koppla.Functions.Numbers;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Sounds;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
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
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Concurrency.Tests;

/// <summary>What carries calls, over tables and a provider in memory: Anna has an app and talks, or will.</summary>
internal sealed class Core
{
    public static readonly CallTarget A = new CallTarget.Telephone(Number("+46701740690"));
    public static readonly CallTarget B = new CallTarget.App("8:acs:1_anna");
    public static readonly CallTarget C = new CallTarget.Telephone(Number("+46701740660"));
    public static readonly OrganisationId Organisation = new(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a01"));
    public static readonly Person Anna = new(Organisation, new UserId(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01")), IsAdministrator: false);
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 3, 13, 10);

    private const string Id = "2516900000000000000-0123456789abcdef";

    private static readonly PhoneNumber Called = Number("+46846500420");

    private readonly SupervisedCallStart start;
    private readonly SupervisedCallStore calls;
    private readonly CallSweeper sweeper;
    private readonly TransferStart transfers;
    private readonly OrganisationCache organisations;

    /// <param name="checksVersions">False breaks it: whoever writes last wins.</param>
    public Core(bool checksVersions = true)
    {
        Tables = new MemoryTables(checksVersions);
        var tables = new Tables(Tables);
        var time = new FakeTimeProvider(Now.ToDateTimeOffset());
        var callbacks = Options.Create(new CallbackOptions { BaseAddress = new Uri("https://koppla.example") });
        var sounds = new SoundLibrary(callbacks, Options.Create(new SoundOptions()));
        var (planner, users, numbers) = (new WorkPlanner(sounds), new UserStore(tables, new ColleagueIndex(tables, new SecretSource())), new NumberStore(tables, new NumberListing(tables, new NumberBlocks(tables))));
        organisations = new OrganisationCache(new OrganisationStore(tables), Clock);
        var forwards = new ForwardCounter(Clock);
        var router = new CallRouter(new RoutingDataReader(numbers, users, organisations, forwards), forwards);
        var recorder = new CallRecorder(new CallRecordStore(tables), time, NullLogger<CallRecorder>.Instance);
        calls = new SupervisedCallStore(tables);
        start = new SupervisedCallStart(calls, planner, Provider, callbacks, new SecretSource(), Clock);
        Index = new OngoingCallIndex(tables, calls);
        Runner = new SupervisedCallRunner(
            calls, router, planner, new CallCommandSender(Provider, sounds, callbacks, Clock), Index, new ChangeSignals(), recorder, Clock, time, NullLogger<SupervisedCallRunner>.Instance);
        var (step, keys) = (new TransferStep(Runner), new RequestKeys(tables, Clock));
        var targets = new TransferTargets(new Goals(users, organisations), numbers, organisations, router, planner, Clock);
        transfers = new TransferStart(
            calls, step, Index, targets, new Transferors(users, organisations), keys, new SecretSource(), Clock);
        Desk = new TransferDesk(calls, step, keys, new SecretSource(), Clock);
        sweeper = new CallSweeper(calls, Runner, start, Index, Provider, Clock, NullLogger<CallSweeper>.Instance);
    }

    public MemoryTables Tables { get; }

    public FakeClock Clock { get; } = new(Now);

    public Switchboard Provider { get; } = new();

    public SupervisedCallRunner Runner { get; }

    public TransferDesk Desk { get; }

    public OngoingCallIndex Index { get; }

    /// <summary>The call as it is stored.</summary>
    public SupervisedCall Call => SupervisedCallMapping.FromEntity(Tables.Table("supervisedcalls").Rows.Single());

    public IEnumerable<SupervisedCall> Calls => Tables.Table("supervisedcalls").Rows.Select(SupervisedCallMapping.FromEntity);

    public int Records => Tables.Table("calls").Rows.Count();

    /// <summary>A call in which A and B talk.</summary>
    public async Task<Core> TalkingAsync()
    {
        // The organisation is known: a read of it would be a ValueTask, which Coyote does not see through.
        Tables.Others.AreWaiting = true;
        await organisations.GetAsync(Organisation, CancellationToken.None);
        Tables.Others.AreWaiting = false;
        Tables.Table("supervisedcalls").Put(SupervisedCallMapping.ToEntity(Talk()));
        Tables.Table("usercalls").Put(new Azure.Data.Tables.TableEntity($"{Organisation}_{Anna.Id}", Id));
        return this;
    }

    /// <summary>C rings, or has answered.</summary>
    public Core Transferring(TransferMode mode = TransferMode.Announced, bool consults = false)
    {
        var ring = new Work.Ring(Number("+46701740660"), 20, null, [new Leg(C, null, null, Invitation: "invitation-2.0")]);
        var begun = CallMachine.BeginTransfer(Talk(), TransferOf(mode), ring, Now).Call;
        var call = consults ? CallMachine.On(begun, Joins("first", C, "2.0"), Now).Call : begun;
        Tables.Table("supervisedcalls").Put(SupervisedCallMapping.ToEntity(call));
        Tables.Table("usercalls").Put(new Azure.Data.Tables.TableEntity($"{Organisation}_{Anna.Id}", Id));
        return this;
    }

    public Task<CommandResult> AnswerAsync() => start.StartAsync(
        new IncomingCall(Id, "correlation", Now, true, Called, null, Trail.Empty, new RingingCall("handle", Now.ToDateTimeOffset())),
        new Decided(
            new Ring([new AppDevice("8:acs:1_anna")], Anna.Id, Called, 20, FollowedUp: true),
            [],
            Trail.Empty,
            new Organisation(Organisation, "Exempelbolaget AB", false, AllowedCountries.Default, null),
            null),
        CancellationToken.None);

    public async Task<bool> StartTransferAsync(TransferMode mode) => (await transfers.StartAsync(
        Anna,
        Id,
        new TransferWish(Destination.Of(Number("+46701740660")), mode, 20, NeedsKey: false),
        key: null,
        request: "",
        CancellationToken.None)).Call is not null;

    public async Task<bool> CompleteAsync() => (await Desk.CompleteAsync(Anna, new TransferName(Id, "transfer"), null, CancellationToken.None)).Call is not null;

    public async Task<bool> CancelAsync() => (await Desk.CancelAsync(Anna, new TransferName(Id, "transfer"), null, CancellationToken.None)).Call is not null;

    /// <param name="own">The call was answered here, and its secret is known to storage alone.</param>
    public Task TellAsync(CallEvent happened, bool own = false) =>
        Runner.HandleAsync(Id, own ? Call.Facts.Secret : "secret", happened, CancellationToken.None);

    public Task SweepAsync() => sweeper.SweepAsync(Id, CancellationToken.None);

    public static Joined Joins(string id, CallTarget who, string context) => new(id, Switchboard.Connection, context, Now, who);

    public static NotJoined Declines(string id, string context) =>
        new(id, Switchboard.Connection, context, Now, C, LegFailure.Declined, "603/560603", LateMeansNoAnswer: false);

    public static Roster AreThere(string id, params CallTarget[] who) => new(id, Switchboard.Connection, null, Now + Duration.FromSeconds(1), [.. who], 9);

    private static PhoneNumber Number(string e164) => PhoneNumber.ParseE164(e164).Value;

    private static SupervisedCall Talk() => new(
        new CallFacts(Id, "secret", Organisation, "correlation", Now, Called, null, Trail.Empty) { CalledUser = Anna.Id, CallerTarget = A },
        Phase.Talking,
        new Work.Ring(Called, 20, null, [new Leg(B, null, null, Invitation: "invitation-1.0")]) { User = Anna.Id })
    {
        Connection = Switchboard.Connection,
        Partner = B,
        PartnerUser = Anna.Id,
        Outcome = CallOutcome.Answered,
        StepSince = Now - Duration.FromMinutes(1),
        PartnerSince = Now - Duration.FromMinutes(1),
        AnsweredAt = Now - Duration.FromMinutes(1),
        ConnectedAt = Now - Duration.FromMinutes(1),
        Deadline = Now + Duration.FromMinutes(5),
        Cause = "joined",
    };

    private static Transfer TransferOf(TransferMode mode) => new(
        "transfer", mode, mode == TransferMode.Direct ? TransferState.Direct : TransferState.Ringing,
        Anna.Id, B, A, "+46701740660", Number("+46701740660"), Now)
    {
        Policy = Koppla.Routing.Transfers.TransferPolicy.Recall,
        Recall = [new Leg(B, null, null)],
    };
}
