using Koppla.Simulator.Calls;

namespace Koppla.Simulator.Control;

/// <summary>A call to place.</summary>
internal sealed record CallBody(string? From, string? To, string? DisplayName, Dictionary<string, string>? SipHeaders, double? HangUpAfterMs)
{
    public PlaceCall Call() => new()
    {
        From = From,
        To = To!,
        DisplayName = DisplayName ?? "",
        SipHeaders = SipHeaders,
        HangUpAfter = HangUpAfterMs is { } time ? TimeSpan.FromMilliseconds(time) : null,
    };
}
