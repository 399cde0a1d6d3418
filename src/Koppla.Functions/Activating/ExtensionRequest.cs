using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Activating;

/// <summary>What somebody asks for.</summary>
/// <param name="Minutes">30 to 720, in steps of 30.</param>
[Example("""{"minutes":30}""")]
internal sealed record ExtensionRequest([property: Required] int? Minutes = null);
