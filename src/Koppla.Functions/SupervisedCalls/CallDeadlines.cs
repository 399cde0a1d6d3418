using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>How long each phase may last before the call is looked at, for the event that should have come may be lost.</summary>
internal static class CallDeadlines
{
    public static readonly Duration Answering = Duration.FromSeconds(8);

    /// <summary>On top of the time that the legs ring.</summary>
    public static readonly Duration RingingGrace = Duration.FromSeconds(5);
    public static readonly Duration Prompt = Duration.FromSeconds(90);
    public static readonly Duration Transferring = Duration.FromSeconds(75);
    public static readonly Duration Talking = Duration.FromMinutes(5);
    public static readonly Duration Ending = Duration.FromSeconds(15);

    /// <summary>When the provider gives no answer to a look.</summary>
    public static readonly Duration Again = Duration.FromSeconds(15);

    /// <summary>After it an ended call is removed; events come no later.</summary>
    public static readonly Duration Kept = Duration.FromMinutes(10);

    /// <summary>A call that the provider gives no answer about for this long is given up.</summary>
    public static readonly Duration GiveUp = Duration.FromHours(12);

    public static Duration Of(Work work) => work switch
    {
        Work.Ring ring => Duration.FromSeconds(ring.Seconds) + RingingGrace,
        Work.Transfer => Transferring,
        Work.HangUp => Ending,
        _ => Prompt,
    };
}
