using System.Text.Json;
using Azure.Communication.CallAutomation;
using Azure.Messaging;
using Koppla.Functions.Telephony.CallEvents;
using NodaTime;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>Reads the CloudEvents that Call Automation posts to a callback address.</summary>
internal sealed class CallEventReader : ICallEventReader
{
    public CallEvent[]? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var posted = CloudEvent.ParseMany(BinaryData.FromBytes(body));

            // The parser finds no event in what is neither object nor array, and there is never none.
            return posted.Length == 0 ? null : [.. posted.Select(Read).OfType<CallEvent>()];
        }
        catch (Exception junk) when (IsJunk(junk))
        {
            return null;
        }
    }

    /// <returns>Null when it means nothing to us.</returns>
    /// <exception cref="JsonException">It is not what Call Automation sends.</exception>
    private static CallEvent? Read(CloudEvent posted) => (CallAutomationEventParser.Parse(posted), posted.Time) switch
    {
        (null, _) => null,
        ({ CallConnectionId: not (null or "") } told, { } time) when posted.Id is not (null or "") =>
            CallEventMapping.Of(posted.Id, Instant.FromDateTimeOffset(time), told, posted.Data),
        _ => throw new JsonException("An event lacks what every event has."),
    };

    /// <summary>What readers of JSON throw when they meet something else than they expect.</summary>
    private static bool IsJunk(Exception failure) =>
        failure is JsonException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException;
}
