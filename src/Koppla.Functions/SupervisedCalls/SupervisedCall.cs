using System.Collections.Immutable;
using Koppla.Functions.Calls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Transfers;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>The state of a call that we have answered or placed: one entity, changed by compare-and-swap.</summary>
internal sealed record SupervisedCall(CallFacts Facts, Phase Phase, Work Work)
{
    /// <summary>Counts the work begun; in the context of every command, so that an event tells which step it answers.</summary>
    public int Step { get; init; } = 1;

    /// <summary>What answers the call; only until it is answered.</summary>
    public RingingCall? Ringing { get; init; }

    /// <summary>The provider's name of the call; null until it is connected.</summary>
    public string? Connection { get; init; }

    /// <summary>What has become of the lines so far: with the facts, all that the next decision depends on.</summary>
    public LineStates Lines { get; init; } = LineStates.Empty;

    /// <summary>Whether the caller hears ringback.</summary>
    public bool HearsRingback { get; init; }

    /// <summary>Who was there first: the caller, until a transfer changes it.</summary>
    public CallTarget First { get; init; } = Facts.CallerTarget;

    /// <summary>Whose device <see cref="First"/> is; null: nobody's we know.</summary>
    public UserId? FirstUser { get; init; }

    /// <summary>Who talks with the first.</summary>
    public CallTarget? Partner { get; init; }

    public UserId? PartnerUser { get; init; }

    /// <summary>Every user who has been in the call, or was rung for it: whom the index may know as somebody in it.</summary>
    public ImmutableArray<UserId> Users { get; init; } = [];

    /// <summary>The transfer under way, or the last one.</summary>
    public Transfer? Transfer { get; init; }

    /// <summary>The last one of each of those who have given the call away before: they still see how it went.</summary>
    public ImmutableArray<Transfer> EarlierTransfers { get; init; } = [];

    /// <summary>Whose rules decide what comes next, when not the called number's: a transfer's target's.</summary>
    public PhoneNumber? Goal { get; init; }

    /// <summary>By whose rules it has left its organisation, at any step.</summary>
    public ImmutableArray<Forwarder> ForwardedBy { get; init; } = [];

    /// <summary>The language of announcements.</summary>
    public Language Language { get; init; } = Language.Swedish;

    public Instant StepSince { get; init; }

    /// <summary>When the call is looked at even if no event comes.</summary>
    public Instant Deadline { get; init; }

    /// <summary>Whether the commands of the step were sent once more, for nothing was heard of them.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The event that began the step: when it comes again, the step's commands are sent again.</summary>
    public string? Cause { get; init; }

    public Instant? ConnectedAt { get; init; }

    /// <summary>When somebody answered first.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>When the last who talks came: who left is told only by what is newer.</summary>
    public Instant? PartnerSince { get; init; }

    public Instant? EndedAt { get; init; }

    /// <summary>How it ends, as far as that is known.</summary>
    public CallOutcome? Outcome { get; init; }

    /// <summary>The stable name of what decided last.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Where the call went last: E.164, or an app's identity.</summary>
    public string? Target { get; init; }

    public int Diversions { get; init; }

    public ImmutableArray<TraceStep> Trace { get; init; } = [];

    public ImmutableArray<CommandNote> Commands { get; init; } = [];

    /// <summary>The call as the next decision sees it.</summary>
    public Call AsCall => new(Goal ?? Facts.Called, Facts.Caller, Facts.At, Goal is null ? Facts.Trail : Trail.Empty)
    {
        Lines = Lines,
        ForwardedBy = ForwardedBy,
        PlacedBy = Goal is null && Facts.PlacedBy is null ? null : Facts.Organisation,
        SentBy = IsSentByPolicy && (Facts.Organisation, Transfer) is ({ } organisation, { } transfer)
            ? new SendingRule(Forwarder.Of(organisation, transfer.By), transfer.ByNumber ?? Facts.Own)
            : null,
    };

    /// <summary>When its way is decided now: nobody asks for it, but what the transferor has for a direct transfer that fails.</summary>
    public bool IsSentByPolicy => Phase == Phase.DirectRinging && Transfer is { IsFinal: false };

    /// <summary>Who sees the call: those who are in it, or were when it ended, and those who have given it away.</summary>
    public IEnumerable<UserId> Viewers =>
        ((UserId?[])[FirstUser, PartnerUser, Transfer?.By, .. EarlierTransfers.Select(each => (UserId?)each.By)]).OfType<UserId>().Distinct();

    /// <summary>Whether the user is in the call, or was when it ended.</summary>
    public bool IsOf(UserId user) => FirstUser == user || PartnerUser == user;

    /// <summary>The last transfer that the user asked for.</summary>
    public Transfer? TransferBy(UserId user) =>
        Transfer?.By == user ? Transfer : EarlierTransfers.FirstOrDefault(each => each.By == user);

    /// <summary>With those remembered who are in it now, or are rung.</summary>
    public SupervisedCall WithUsers()
    {
        UserId?[] now = [FirstUser, PartnerUser, (Work as Work.Ring)?.User, Transfer?.By, Transfer?.TargetUser];
        ImmutableArray<UserId> users = [.. Users.Union(now.OfType<UserId>())];
        return users.Length == Users.Length ? this : this with { Users = users };
    }

    /// <summary>The user whose device this party is.</summary>
    public UserId? UserOf(CallTarget party) => party == First ? FirstUser : party == Partner ? PartnerUser : null;
}
