using System.Collections.Immutable;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Routing;
using Koppla.Routing.Numbers;
using Koppla.Routing.Transfers;
using NodaTime;

namespace Koppla.Functions.Transfers;

/// <summary>The transfer of an ongoing call: part of the call's state, the last one stays there.</summary>
/// <param name="Id">Unique; in the API's path.</param>
/// <param name="By">The user who transfers.</param>
/// <param name="Transferor">That user's device in the call.</param>
/// <param name="Transferee">Who is transferred.</param>
/// <param name="To">As it was asked for: a number in E.164, or a user's id.</param>
/// <param name="Goal">The number that the target is reached at; its rules are the target's own.</param>
/// <param name="At">When it began.</param>
internal sealed record Transfer(
    string Id,
    TransferMode Mode,
    TransferState State,
    UserId By,
    CallTarget Transferor,
    CallTarget Transferee,
    string To,
    PhoneNumber Goal,
    Instant At)
{
    /// <summary>The main number of the user who transfers; null: has none.</summary>
    public PhoneNumber? ByNumber { get; init; }

    /// <summary>What is done when the target of a direct transfer does not take the call.</summary>
    public required TransferPolicy Policy { get; init; }

    /// <summary>Whoever answers on a telephone has to press a key before the transferee is let in.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>The transfers of the call before this one.</summary>
    public ImmutableArray<string> Earlier { get; init; } = [];

    /// <summary>The devices that a recall rings.</summary>
    public ImmutableArray<Leg> Recall { get; init; } = [];

    /// <summary>How often the transferor has been rung again.</summary>
    public int Recalls { get; init; }

    /// <summary>The one who is rung, if a user; null: a number outside.</summary>
    public UserId? TargetUser { get; init; }

    /// <summary>Who answered.</summary>
    public CallTarget? Target { get; init; }

    public Instant? AnsweredAt { get; init; }

    public Instant? EndedAt { get; init; }

    /// <summary>Why it did not go as asked: a stable name; null while nothing has failed.</summary>
    public string? Reason { get; init; }

    public bool IsFinal => State is TransferState.Completed or TransferState.Cancelled or TransferState.Abandoned or TransferState.Failed;
}
