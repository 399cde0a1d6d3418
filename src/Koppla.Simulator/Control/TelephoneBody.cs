using Koppla.Simulator.Telephones;

namespace Koppla.Simulator.Control;

/// <summary>A telephone's script in the control API. Times are milliseconds.</summary>
internal sealed record TelephoneBody
{
    public string? Behaviour { get; init; }

    /// <summary>From the call to the answer or failure.</summary>
    public double? AfterMs { get; init; }

    public double? HangUpAfterMs { get; init; }

    /// <summary>Keys pressed when the application asks.</summary>
    public string? PressWhenAsked { get; init; }

    /// <summary>The script, or null when no behaviour has this name.</summary>
    public TelephoneScript? Script()
    {
        var after = TimeSpan.FromMilliseconds(AfterMs ?? 0);
        TelephoneScript? script = Behaviour switch
        {
            null or "answer" => AfterMs is null ? TelephoneScript.Default : TelephoneScript.AnswerAfter(after),
            "voicemail" => TelephoneScript.Voicemail(after),
            "busy" => TelephoneScript.Busy(after),
            "decline" => TelephoneScript.Decline(after),
            "no-answer" => AfterMs is null ? TelephoneScript.NoAnswer() : TelephoneScript.NoAnswer(after),
            "temporarily-unavailable" => TelephoneScript.TemporarilyUnavailable(after),
            "number-not-found" => TelephoneScript.Unreachable(Unreachability.NumberNotFound, after),
            "subscriber-absent" => TelephoneScript.Unreachable(Unreachability.SubscriberAbsent, after),
            "service-unavailable" => TelephoneScript.Unreachable(Unreachability.ServiceUnavailable, after),
            "not-registered" => TelephoneScript.Unreachable(Unreachability.NotRegistered, after),
            _ => null,
        };
        if (HangUpAfterMs is { } time)
            script = script?.HangUpAfter(TimeSpan.FromMilliseconds(time));
        return PressWhenAsked is { } keys ? script?.PressWhenAsked(keys) : script;
    }

    public static TelephoneBody From(TelephoneScript script) => new()
    {
        Behaviour = script.Behaviour,
        AfterMs = (script.AnswersAfter ?? (script.Failure is null ? null : script.FailsAfter))?.TotalMilliseconds,
        HangUpAfterMs = script.HangsUpAfter?.TotalMilliseconds,
        PressWhenAsked = script.Presses.FirstOrDefault(static press => press.WhenAsked)?.Keys,
    };
}
