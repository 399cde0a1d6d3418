namespace Koppla.Simulator.Telephones;

/// <summary>What a telephone does when it is called.</summary>
public sealed record TelephoneScript
{
    private TelephoneScript(string behaviour) => Behaviour = behaviour;

    /// <summary>An unscripted telephone: rings for 50 ms and answers.</summary>
    public static TelephoneScript Default { get; } = AnswerAfter(TimeSpan.FromMilliseconds(50));

    /// <summary>The script's name, as in the control API.</summary>
    public string Behaviour { get; }

    /// <summary>From the first ring to the answer; null when nobody answers.</summary>
    public TimeSpan? AnswersAfter { get; private init; }

    /// <summary>From the call to its failure, when it fails by itself.</summary>
    public TimeSpan FailsAfter { get; private init; }

    /// <summary>From the answer to the hang-up; null stays.</summary>
    public TimeSpan? HangsUpAfter { get; private init; }

    public IReadOnlyList<KeyPress> Presses { get; private init; } = [];

    internal CallFailure? Failure { get; private init; }

    /// <summary>A busy or unreachable telephone does not ring.</summary>
    internal bool Rings { get; private init; } = true;

    public static TelephoneScript AnswerAfter(TimeSpan time) => new("answer") { AnswersAfter = time };

    /// <summary>A machine answers; for the service that is an answer like any other.</summary>
    public static TelephoneScript Voicemail(TimeSpan after) => new("voicemail") { AnswersAfter = after };

    public static TelephoneScript Busy(TimeSpan after = default) => Fails("busy", CallFailure.Busy, after, rings: false);

    public static TelephoneScript Decline(TimeSpan after = default) => Fails("decline", CallFailure.Declined, after, rings: true);

    /// <summary>Rings until the call is cancelled or times out.</summary>
    public static TelephoneScript NoAnswer() => new("no-answer");

    /// <summary>Rings until the telephone's own network gives up: 480/560480, Q.850 19.</summary>
    public static TelephoneScript NoAnswer(TimeSpan networkGivesUpAfter) =>
        Fails("no-answer", CallFailure.NetworkGaveUp, networkGivesUpAfter, rings: true);

    /// <summary>480/560480 without a Q.850 cause: no answer and unreachable cannot be told apart.</summary>
    public static TelephoneScript TemporarilyUnavailable(TimeSpan after = default) =>
        Fails("temporarily-unavailable", CallFailure.TemporarilyUnavailable, after, rings: true);

    public static TelephoneScript Unreachable(Unreachability how = Unreachability.SubscriberAbsent, TimeSpan after = default) => how switch
    {
        Unreachability.NumberNotFound => Fails("number-not-found", CallFailure.NumberNotFound, after, rings: false),
        Unreachability.SubscriberAbsent => Fails("subscriber-absent", CallFailure.SubscriberAbsent, after, rings: false),
        Unreachability.ServiceUnavailable => Fails("service-unavailable", CallFailure.ServiceUnavailable, after, rings: false),
        _ => Fails("not-registered", CallFailure.NotRegistered, after, rings: false),
    };

    /// <summary>Hangs up this long after it answered.</summary>
    public TelephoneScript HangUpAfter(TimeSpan time) => this with { HangsUpAfter = time };

    /// <summary>Presses keys this long after it answered.</summary>
    public TelephoneScript Press(string keys, TimeSpan after) => this with { Presses = [.. Presses, new(keys, after, WhenAsked: false)] };

    /// <summary>Presses keys this long after the application began to listen for them.</summary>
    public TelephoneScript PressWhenAsked(string keys, TimeSpan after = default) => this with { Presses = [.. Presses, new(keys, after, WhenAsked: true)] };

    private static TelephoneScript Fails(string behaviour, CallFailure failure, TimeSpan after, bool rings) =>
        new(behaviour) { Failure = failure, FailsAfter = after, Rings = rings };
}
