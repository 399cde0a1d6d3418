using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Profiles;

namespace Koppla.Functions.PlacedCalls;

/// <summary>A wish to call somebody.</summary>
/// <param name="To">A number in any usual spelling, or a colleague.</param>
/// <param name="Device">The own device that rings first: an app's identity, or a telephone's number; absent: the first app.</param>
[Example("""{"to":{"number":"070-174 06 60"}}""")]
internal sealed record PlacedCallRequest([property: Required] DestinationBody? To = null, string? Device = null);
