using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Simulator.Rest;

/// <summary>The REST API of Call Automation, as far as it is simulated.</summary>
internal static class CallAutomationEndpoints
{
    private const string Base = "/calling/callConnections";

    private static readonly Operation[] All =
    [
        new CreateCall(), new AnswerCall(), new RedirectCall(), new RejectCall(), new GetCall(), new HangupCall(), new TerminateCall(),
        new TransferToParticipant(), new GetParticipants(), new GetParticipant(), new AddParticipant(), new RemoveParticipant(),
        new CancelAddParticipant(), new MoveParticipants(), new Play(), new CancelAllMediaOperations(), new Recognize(),
        new StartContinuousDtmfRecognition(), new StopContinuousDtmfRecognition(), new SendDtmfTones(), new Hold(), new Unhold(),
    ];

    public static void MapCallAutomation(this IEndpointRouteBuilder endpoints, CommandPipeline pipeline)
    {
        foreach (var operation in All)
            endpoints.MapMethods(Base + operation.Pattern, [operation.Method], (HttpContext http) => pipeline.RunAsync(http, operation));
    }
}
