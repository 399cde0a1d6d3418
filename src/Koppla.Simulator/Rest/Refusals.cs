using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>The error answers, with the documented codes.</summary>
internal static class Refusals
{
    public static Reply CallNotFound { get; } = Error(404, "8522", "Call not found.");

    public static Reply ParticipantNotFound { get; } = Error(404, "4500", "Participant not found.");

    public static Reply NotEstablished { get; } = Error(400, "8501", "The call is not established.");

    public static Reply MediaActive { get; } = Error(400, "8500", "Another media operation is active on this participant.");

    public static Reply NotInCall { get; } = Error(400, "8558", "The participant is not in the call.");

    public static Reply NoSpeechService { get; } = Error(400, "8567", "The call has no cognitive services endpoint.");

    public static Reply Conflict { get; } = Error(409, "8519", "Another action on the same resource is in progress.");

    public static Reply TransferConflict { get; } = Error(409, "8607", "Another transfer is in progress.");

    public static Reply MediaClash { get; } = Error(412, "8583", "The media operation is incompatible with one in progress.");

    public static Reply CallerIdNotOwned { get; } = Error(403, "8500", "Not allowed to impersonate: the caller id is not a number of this resource.");

    public static Reply NotSimulated { get; } = Error(405, "8520", "The operation is not supported.");

    public static Reply Invalid(string message) => Error(400, "8523", message);

    public static Reply Unauthorized(string message) => Error(401, "Unauthorized", message);

    public static Reply Error(int status, string code, string message) =>
        Reply.Of(status, new ErrorEnvelope(new(code, message)), Json.Wire.ErrorEnvelope);
}
