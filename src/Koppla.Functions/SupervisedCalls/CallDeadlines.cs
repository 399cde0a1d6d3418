using Koppla.Functions.Telephony;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>How long each phase may last before the call is looked at, for the event that should have come may be lost.</summary>
internal static class CallDeadlines
{
    /// <summary>How long a recall rings.</summary>
    public const int RecallSeconds = 20;

    /// <summary>How long the own device of who places a call rings.</summary>
    public const int OwnDeviceSeconds = 30;

    private const int SlowestCharactersInASecond = 8;

    /// <summary>Also of a call that is placed, until the provider has named it.</summary>
    public static readonly Duration Answering = Duration.FromSeconds(8);

    /// <summary>On top of the time that the legs ring.</summary>
    public static readonly Duration RingingGrace = Duration.FromSeconds(5);

    /// <summary>An answered call that is just being connected.</summary>
    public static readonly Duration Connecting = Duration.FromSeconds(5);

    /// <summary>A sound file, whose length is not known.</summary>
    public static readonly Duration Sound = Duration.FromSeconds(90);

    /// <summary>On top of the time that a text takes: until a prompt that never began is missed, the caller hears nothing.</summary>
    public static readonly Duration SpeechGrace = Duration.FromSeconds(8);

    /// <summary>First it is seen that the transfer was asked for at all, for the caller may hear nothing; then the provider has its time.</summary>
    public static readonly Duration TransferSent = Duration.FromSeconds(10);
    public static readonly Duration Transferring = Duration.FromSeconds(75);

    /// <summary>First it is seen that both are there and hear each other; then only that they still are.</summary>
    public static readonly Duration TalkBegun = Duration.FromSeconds(30);
    public static readonly Duration Talking = Duration.FromMinutes(5);

    /// <summary>How long somebody has to press the key, after having been asked to.</summary>
    public static readonly Duration KeyPatience = Duration.FromSeconds(10);

    /// <summary>Until the question was heard and answered.</summary>
    public static readonly Duration Confirming = Duration.FromSeconds(25);
    public static readonly Duration BetweenRecalls = Duration.FromSeconds(10);
    public static readonly Duration Ending = Duration.FromSeconds(15);

    /// <summary>When the provider gives no answer to a look.</summary>
    public static readonly Duration Again = Duration.FromSeconds(15);

    /// <summary>After it an ended call is removed; events come no later.</summary>
    public static readonly Duration Kept = Duration.FromMinutes(10);

    /// <summary>How long an overdue call waits for data that can't be read, before the caller is told.</summary>
    public static readonly Duration WithoutData = Duration.FromSeconds(20);

    /// <summary>The answer of a call that rings no more by then.</summary>
    public static readonly Duration GiveUpAnswering = Duration.FromSeconds(90);

    /// <summary>A call that the provider gives no answer about for this long is given up.</summary>
    public static readonly Duration GiveUp = Duration.FromHours(12);

    public static Duration Of(Work work) => work switch
    {
        Work.Ring ring => Duration.FromSeconds(ring.Seconds) + RingingGrace,
        Work.Refer refer => Of(refer.Prompt),
        Work.Part part => Of(part.Prompt),
        Work.Transfer => TransferSent,
        _ => Ending,
    };

    private static Duration Of(Prompt prompt) => prompt is Prompt.Speech speech
        ? Duration.FromSeconds(speech.Text.Length / SlowestCharactersInASecond) + SpeechGrace
        : Sound;
}
