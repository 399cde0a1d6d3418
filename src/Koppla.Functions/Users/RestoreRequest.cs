using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Users;

/// <summary>Which version of a user's call handling is to come back.</summary>
/// <param name="Change">The id of a change in the audit log: the version that it made.</param>
[Example("""{"change":"2516900000000000000-0000000000000000"}""")]
internal sealed record RestoreRequest([property: Required] string? Change = null);
