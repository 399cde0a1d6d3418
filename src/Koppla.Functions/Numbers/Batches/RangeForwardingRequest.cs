using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>Where the calls to a range of reserved numbers are to go.</summary>
/// <param name="From">The first number, in any usual spelling.</param>
/// <param name="To">The last one.</param>
/// <param name="Destination">Null or left out: nowhere.</param>
/// <param name="Enabled">False keeps the destination without using it.</param>
[Example("""{"from":"08-465 004 00","to":"08-465 004 99","destination":"070-174 06 60"}""")]
internal sealed record RangeForwardingRequest(
    [property: Required] string? From = null,
    [property: Required] string? To = null,
    string? Destination = null,
    bool Enabled = true);
