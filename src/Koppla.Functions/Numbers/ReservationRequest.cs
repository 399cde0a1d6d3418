using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Numbers;

/// <summary>A number that the organisation has got.</summary>
/// <param name="Number">In any usual spelling.</param>
[Example("""{"number":"08-465 999 10"}""")]
internal sealed record ReservationRequest([property: Required] string? Number = null);
