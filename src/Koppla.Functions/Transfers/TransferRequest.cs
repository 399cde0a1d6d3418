using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Profiles;

namespace Koppla.Functions.Transfers;

/// <summary>A wish to transfer a call.</summary>
/// <param name="To">A number in any usual spelling, or a colleague.</param>
/// <param name="Mode"><c>direct</c> or <c>announced</c>.</param>
/// <param name="TimeoutSeconds">How long the target rings, 5 to 60: shorter than a voicemail takes to answer.</param>
/// <param name="NeedsKey">Whoever answers on a telephone must press 1 to get the call: a voicemail does not. For direct transfers.</param>
[Example("""{"to":{"number":"070-174 06 60"},"mode":"announced","timeoutSeconds":20}""")]
internal sealed record TransferRequest(
    [property: Required] DestinationBody? To = null, [property: Required] string? Mode = null, int TimeoutSeconds = TransferRequest.DefaultSeconds, bool NeedsKey = false)
{
    public const int MinSeconds = 5;
    public const int MaxSeconds = 60;
    public const int DefaultSeconds = 20;
}
