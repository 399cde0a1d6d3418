using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koppla.Routing.Numbers;

namespace Koppla.Cli.DeadLetters;

/// <summary>An event that Event Grid could not deliver, in either schema, as its dead letter tells.</summary>
/// <param name="Event">As it was to be delivered.</param>
/// <param name="Facts">What Event Grid has added.</param>
internal sealed record DeadLetteredEvent(JsonObject Event, IReadOnlyDictionary<string, string> Facts)
{
    private const string IncomingCall = "Microsoft.Communication.IncomingCall";

    /// <summary>In lower case: the two schemas differ in that.</summary>
    private static readonly string[] Added =
        ["deadletterreason", "deliveryattempts", "lastdeliveryoutcome", "publishtime", "lastdeliveryattempttime", "lasthttpstatuscode", "deadletterproperties"];

    public bool IsCall => TextOf("eventType") == IncomingCall || TextOf("type") == IncomingCall;

    public DateTimeOffset? At => DateTimeOffset.TryParse(
        TextOf("eventTime") ?? TextOf("time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>By which the provider and Koppla know the call.</summary>
    public string? Call => Event["data"] is JsonObject data ? TextOf(data, "correlationId") : null;

    /// <summary>The called number, without the digits that tell whose it is.</summary>
    public string? Called => Event["data"]?["to"]?["phoneNumber"]?["value"] is JsonValue number && number.TryGetValue<string>(out var text)
        && PhoneNumber.Parse(text) is { IsOk: true } parsed ? parsed.Value.Masked : null;

    public string? Reason => Facts.GetValueOrDefault("deadletterreason");

    public string? LastOutcome => Facts.GetValueOrDefault("lastdeliveryoutcome");

    public static DeadLetteredEvent Of(JsonObject dead)
    {
        var facts = dead
            .Where(member => Added.Contains(member.Key.ToLowerInvariant(), StringComparer.Ordinal))
            .ToDictionary(member => member.Key.ToLowerInvariant(), member => member.Value?.ToString() ?? "", StringComparer.Ordinal);
        var alive = new JsonObject(dead
            .Where(member => !facts.ContainsKey(member.Key.ToLowerInvariant()))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        return new DeadLetteredEvent(alive, facts);
    }

    private string? TextOf(string member) => TextOf(Event, member);

    private static string? TextOf(JsonObject of, string member) =>
        of[member] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
