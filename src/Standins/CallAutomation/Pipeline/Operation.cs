using Azure.Core;

namespace Azure.Communication.CallAutomation;

/// <summary>One operation of the REST API: any other answer than its success status is a <see cref="RequestFailedException"/>.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Suffix">What follows <c>/calling/callConnections</c> or, for a call, its id.</param>
/// <param name="Success">The one status that means success.</param>
/// <param name="Repeatable">The service replays its first answer to a repeated request, recognised by the Repeatability headers.</param>
internal sealed record Operation(RequestMethod Method, string Suffix, ushort Success, bool Repeatable = false)
{
    public static readonly Operation CreateCall = new(RequestMethod.Post, "", 201, Repeatable: true);
    public static readonly Operation AnswerCall = new(RequestMethod.Post, ":answer", 200, Repeatable: true);
    public static readonly Operation RedirectCall = new(RequestMethod.Post, ":redirect", 204, Repeatable: true);
    public static readonly Operation RejectCall = new(RequestMethod.Post, ":reject", 204, Repeatable: true);

    public static readonly Operation GetCall = new(RequestMethod.Get, "", 200);
    public static readonly Operation HangUp = new(RequestMethod.Delete, "", 204);
    public static readonly Operation Terminate = new(RequestMethod.Post, ":terminate", 204, Repeatable: true);
    public static readonly Operation Transfer = new(RequestMethod.Post, ":transferToParticipant", 202, Repeatable: true);
    public static readonly Operation GetParticipants = new(RequestMethod.Get, "/participants", 200);
    public static readonly Operation GetParticipant = new(RequestMethod.Get, "/participants/", 200);
    public static readonly Operation AddParticipant = new(RequestMethod.Post, "/participants:add", 202, Repeatable: true);
    public static readonly Operation RemoveParticipant = new(RequestMethod.Post, "/participants:remove", 202, Repeatable: true);
    public static readonly Operation CancelAddParticipant = new(RequestMethod.Post, "/participants:cancelAddParticipant", 202, Repeatable: true);
    public static readonly Operation MoveParticipants = new(RequestMethod.Post, "/participants:moveHere", 202, Repeatable: true);

    public static readonly Operation Play = new(RequestMethod.Post, ":play", 202);
    public static readonly Operation CancelAllMediaOperations = new(RequestMethod.Post, ":cancelAllMediaOperations", 202);
    public static readonly Operation Recognize = new(RequestMethod.Post, ":recognize", 202);
    public static readonly Operation StartContinuousDtmf = new(RequestMethod.Post, ":startContinuousDtmfRecognition", 200);
    public static readonly Operation StopContinuousDtmf = new(RequestMethod.Post, ":stopContinuousDtmfRecognition", 200);
    public static readonly Operation SendDtmfTones = new(RequestMethod.Post, ":sendDtmfTones", 202, Repeatable: true);
    public static readonly Operation Hold = new(RequestMethod.Post, ":hold", 200);
    public static readonly Operation Unhold = new(RequestMethod.Post, ":unhold", 200);

    public ResponseClassifier Classifier { get; } = new StatusCodeClassifier([Success]);
}
