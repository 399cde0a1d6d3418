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
        if (body.NeedsKey && mode == TransferMode.Announced)
        {
            reading.Refuse("key-without-use", "The one who announces a call hears who has answered: a key is asked for in direct transfers only.", "needsKey");
        }

        return reading.Problem is { } problem || to is null ? (null, reading.Problem) : (new TransferWish(to, mode, seconds, body.NeedsKey), null);
    }
}
