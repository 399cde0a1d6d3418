using Koppla.Functions.Api;
using Koppla.Functions.Profiles;

namespace Koppla.Functions.Transfers;

/// <summary>Reads a transfer out of a body.</summary>
internal static class TransferReading
{
    public static (TransferWish? Wish, Problem? Problem) Read(TransferRequest body)
    {
        var reading = new BodyReading();
        var to = DestinationReading.Read(reading, body.To, "to", isNeeded: true);
        var mode = reading.Word<TransferMode>(body.Mode, "mode");
        var seconds = reading.Whole(body.TimeoutSeconds, TransferRequest.MinSeconds, TransferRequest.MaxSeconds, "timeoutSeconds");
        return reading.Problem is { } problem || to is null ? (null, reading.Problem) : (new TransferWish(to, mode, seconds), null);
    }
}
