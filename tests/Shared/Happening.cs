namespace Koppla.Tests;

/// <summary>What the parties of a transfer do, and what the transferor asks for.</summary>
internal enum Happening
{
    AHangsUp,
    BHangsUp,
    CHangsUp,
    CIsBusy,
    CDeclines,
    CDoesNotAnswer,
    CIsOutOfReach,
    CAnswers,

    /// <summary>The provider tells again that C has answered.</summary>
    CAnswersAgain,

    /// <summary>B, rung again, answers.</summary>
    BAnswers,

    /// <summary>B, rung again, declines.</summary>
    BDeclines,

    /// <summary>The time between two recalls passes.</summary>
    ThePausePasses,

    Completes,
    Cancels,
}
