using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Activating;

/// <summary>The profile that is in force when nothing else is.</summary>
/// <param name="Profile">Its id.</param>
/// <param name="Warnings">Told by a change; what a request says here does not matter.</param>
[Example("""{"profile":"tillganglig"}""")]
internal sealed record DefaultProfileBody(string Profile = null!, IReadOnlyList<WarningBody>? Warnings = null);
