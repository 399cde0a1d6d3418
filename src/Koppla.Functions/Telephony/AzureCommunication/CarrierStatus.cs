using System.Text.Json;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>
/// What the carrier itself said of a leg, when it did. Read from the event as it came, for the official package's own names for it are
/// in no public listing yet.
/// </summary>
/// <param name="Sip">The SIP status (RFC 3261).</param>
/// <param name="Q850">The Q.850 cause.</param>
internal sealed record CarrierStatus(int? Sip, int? Q850)
{
    /// <param name="told">The data of an event.</param>
    public static CarrierStatus Of(BinaryData? told)
    {
        if (told is null)
        {
            return new(null, null);
        }

        using var json = JsonDocument.Parse(told);
        var result = Member(json.RootElement, "resultInformation");
        return new(Code(Member(result, "sipDetails")), Code(Member(result, "q850Details")));
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    private static int? Code(JsonElement details) =>
        Member(details, "code") is { ValueKind: JsonValueKind.Number } code && code.TryGetInt32(out var number) ? number : null;
}
