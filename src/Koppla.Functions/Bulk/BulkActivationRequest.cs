using Koppla.Functions.Activating;
using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Bulk;

/// <summary>The same activation for many users.</summary>
/// <param name="Users">1 to 200 ids, each once.</param>
[Example("""{"users":["5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"],"activation":{"profile":"lunch","untilNextChange":true}}""")]
internal sealed record BulkActivationRequest(IReadOnlyList<string?> Users = null!, ActivationRequest Activation = null!);
