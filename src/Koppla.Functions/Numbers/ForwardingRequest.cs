using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Numbers;

/// <summary>What an administrator asks for.</summary>
/// <param name="Destination">The number that calls are forwarded to, in any usual spelling.</param>
/// <param name="Enabled">False keeps the destination without using it.</param>
[Example("""{"destination":"070-174 06 60","enabled":true}""")]
internal sealed record ForwardingRequest([property: Required] string? Destination = null, bool Enabled = true);
