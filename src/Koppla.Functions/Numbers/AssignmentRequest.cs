using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Numbers;

/// <summary>Whom a number is to be tied to.</summary>
/// <param name="User">The id of a user of the organisation.</param>
[Example("""{"user":"5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"}""")]
internal sealed record AssignmentRequest([property: Required] string? User = null);
