using Koppla.Functions.Profiles;

namespace Koppla.Functions.Bulk;

/// <summary>The same profile for many users: made, or put in the place of the one with its id.</summary>
/// <param name="Users">1 to 200 ids, each once.</param>
internal sealed record BulkProfileRequest(IReadOnlyList<string?> Users = null!, ProfileBody Profile = null!);
