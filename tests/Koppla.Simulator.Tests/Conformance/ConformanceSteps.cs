namespace Koppla.Simulator.Tests.Conformance;

/// <summary>What the driver must do, and see done. The driver's own list must be the same.</summary>
internal static class ConformanceSteps
{
    public static readonly IReadOnlyList<string> Commands =
    [
        "create a call",
        "create a group call",
        "create a call to a busy telephone",
        "incoming call data",
        "answer",
        "answer a caller who has given up",
        "redirect",
        "reject as busy",
        "reject as forbidden",
        "get a call",
        "the caller hangs up",
        "hang up for the application alone",
        "hang up for everyone",
        "add a participant",
        "add a busy participant",
        "add a participant who declines",
        "add a participant who does not answer",
        "cancel adding a participant",
        "cancel adding a participant too late",
        "remove a participant",
        "list participants",
        "get a participant",
        "transfer a call of two",
        "transfer one of a group",
        "transfer to someone who declines",
        "move a participant",
        "events of one operation to an address of their own",
        "play a file to one",
        "play text to all",
        "play in a loop and cancel all media",
        "play a file that cannot be had",
        "hold and unhold",
        "hold with music that cannot be had",
        "recognise keys up to a stop tone",
        "recognise as many keys as wanted",
        "recognise silence",
        "cancel recognising",
        "continuous recognition of keys",
        "send keys",
        "a call that has ended is not found",
        "a call that never was is not found",
        "a wrong key is unauthorised",
        "a context used twice is refused",
        "a caller ID that is not owned is forbidden",
        "a command whose answer is lost is not done twice",
        "redirect and reject raise no event",
        "every callback is signed, parsed and whole",
    ];

    public static readonly IReadOnlyList<string> Events =
    [
        "IncomingCall",
        "CallConnected",
        "CallDisconnected",
        "CreateCallFailed",
        "ParticipantsUpdated",
        "AddParticipantSucceeded",
        "AddParticipantFailed",
        "CancelAddParticipantSucceeded",
        "CancelAddParticipantFailed",
        "RemoveParticipantSucceeded",
        "MoveParticipantSucceeded",
        "CallTransferAccepted",
        "CallTransferFailed",
        "PlayStarted",
        "PlayCompleted",
        "PlayCanceled",
        "PlayFailed",
        "RecognizeCompleted",
        "RecognizeFailed",
        "RecognizeCanceled",
        "HoldFailed",
        "ContinuousDtmfRecognitionToneReceived",
        "ContinuousDtmfRecognitionStopped",
        "SendDtmfTonesCompleted",
    ];

    public static IEnumerable<string> All => [.. Commands, .. Events.Select(EventStep)];

    public static string EventStep(string kind) => $"event {kind}";
}
