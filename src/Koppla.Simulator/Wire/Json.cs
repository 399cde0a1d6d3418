using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Koppla.Simulator.EventGrid;
using Koppla.Simulator.Events;
using Koppla.Simulator.Rest;

namespace Koppla.Simulator.Wire;

/// <summary>Every JSON shape of the two simulated services: camelCase, and never a null.</summary>
[JsonSerializable(typeof(ErrorEnvelope))]
[JsonSerializable(typeof(CallProperties))]
[JsonSerializable(typeof(Participant))]
[JsonSerializable(typeof(ParticipantList))]
[JsonSerializable(typeof(OperationAnswer))]
[JsonSerializable(typeof(TargetRequest))]
[JsonSerializable(typeof(CreateCall.Request), TypeInfoPropertyName = "CreateCallRequest")]
[JsonSerializable(typeof(AnswerCall.Request), TypeInfoPropertyName = "AnswerCallRequest")]
[JsonSerializable(typeof(RedirectCall.Request), TypeInfoPropertyName = "RedirectCallRequest")]
[JsonSerializable(typeof(RejectCall.Request), TypeInfoPropertyName = "RejectCallRequest")]
[JsonSerializable(typeof(TransferToParticipant.Request), TypeInfoPropertyName = "TransferToParticipantRequest")]
[JsonSerializable(typeof(AddParticipant.Request), TypeInfoPropertyName = "AddParticipantRequest")]
[JsonSerializable(typeof(AddParticipant.Answer), TypeInfoPropertyName = "AddParticipantAnswer")]
[JsonSerializable(typeof(CancelAddParticipant.Request), TypeInfoPropertyName = "CancelAddParticipantRequest")]
[JsonSerializable(typeof(CancelAddParticipant.Answer), TypeInfoPropertyName = "CancelAddParticipantAnswer")]
[JsonSerializable(typeof(RemoveParticipant.Request), TypeInfoPropertyName = "RemoveParticipantRequest")]
[JsonSerializable(typeof(MoveParticipants.Request), TypeInfoPropertyName = "MoveParticipantsRequest")]
[JsonSerializable(typeof(MoveParticipants.Answer), TypeInfoPropertyName = "MoveParticipantsAnswer")]
[JsonSerializable(typeof(Play.Request), TypeInfoPropertyName = "PlayRequest")]
[JsonSerializable(typeof(Play.Options), TypeInfoPropertyName = "PlayRequestOptions")]
[JsonSerializable(typeof(Recognize.Request), TypeInfoPropertyName = "RecognizeRequest")]
[JsonSerializable(typeof(Recognize.Options), TypeInfoPropertyName = "RecognizeRequestOptions")]
[JsonSerializable(typeof(SendDtmfTones.Request), TypeInfoPropertyName = "SendDtmfTonesRequest")]
[JsonSerializable(typeof(CallEvent[]))]
[JsonSerializable(typeof(GridEvent<IncomingCallData>[]))]
[JsonSerializable(typeof(GridEvent<ValidationData>[]))]
[JsonSerializable(typeof(GridCloudEvent))]
[JsonSerializable(typeof(ValidationAnswer))]
internal sealed partial class Json : JsonSerializerContext
{
    /// <summary>Relaxed escaping: a plus sign in a number stays a plus sign.</summary>
    public static Json Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
