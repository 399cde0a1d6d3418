using Koppla.Functions.Activating;

namespace Koppla.Functions.Bulk;

/// <summary>The same activation for many users.</summary>
/// <param name="Users">1 to 200 ids, each once.</param>
internal sealed record BulkActivationRequest(IReadOnlyList<string?> Users = null!, ActivationRequest Activation = null!);
