using System.Text.Json;
using Koppla.Functions.Calls;
using Koppla.Functions.Telephony;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Functions.IncomingCalls;

/// <summary>An incoming call, parsed once.</summary>
/// <param name="Key">Names this call in storage: the newest sorts first, and a repeated event has the same key.</param>
/// <param name="IsToTelephone">False when an app is called: that is the provider telling of a leg that it rings for us.</param>
/// <param name="Called">The number that was called, or why what was called is none.</param>
/// <param name="Caller">Null when withheld, or when the call comes from an app.</param>
internal sealed record IncomingCall(
    string Key,
    string CorrelationId,
    Instant At,
    bool IsToTelephone,
    Outcome<PhoneNumber> Called,
    PhoneNumber? Caller,
    Trail Trail,
    RingingCall Ringing)
{
    /// <summary>Table Storage has no time before it; a record with one would be refused for ever.</summary>
    private const int FirstYear = 1601;

    private const int LongestIdentity = 256;

    /// <summary>A GUID's form, and more: what is longer could not be stored.</summary>
    private const int LongestCorrelationId = 128;

    /// <summary>The caller as somebody in the call.</summary>
    public CallTarget CallerTarget { get; init; } = CallTarget.OfCaller(Caller);

    /// <returns>Null when the event lacks what every such event has.</returns>
    public static IncomingCall? Parse(EventEnvelope envelope)
    {
        if (envelope.Time is not { Year: >= FirstYear } time || ReadData(envelope.Data) is not
            { To.RawId: { Length: > 0 }, IncomingCallContext: { Length: > 0 } handle } data)
        {
            return null;
        }

        return new IncomingCall(
            CallId.For(time, handle),
            OneLine.Of(data.CorrelationId ?? string.Empty, LongestCorrelationId),
            Instant.FromDateTimeOffset(time),
            data.To.Number is not null,
            ReadNumber(data.To.Number),
            ReadNumber(data.From?.Number) is { IsOk: true } caller ? caller.Value : null,
            Trail.Parse(data.Trail),
            new RingingCall(handle, time))
            .CalledBy(data.From);
    }

    /// <summary>One of the provider's own users may call, who has no number.</summary>
    private IncomingCall CalledBy(IncomingCallData.Party? from) =>
        from is { Number: null, RawId: { Length: > 0 and <= LongestIdentity } id } ? this with { CallerTarget = new CallTarget.App(id) } : this;

    /// <summary>A provider's numbers are canonical but for exceptions, and canonical ones are much cheaper to read.</summary>
    private static Outcome<PhoneNumber> ReadNumber(string? number) =>
        PhoneNumber.ParseE164(number) is { IsOk: true } canonical ? canonical : PhoneNumber.Parse(number);

    private static IncomingCallData? ReadData(JsonElement data)
    {
        try
        {
            return data.ValueKind == JsonValueKind.Object ? data.Deserialize(EventJson.Default.IncomingCallData) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
