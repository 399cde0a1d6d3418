using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Profiles;

namespace Koppla.Functions.Bulk;

/// <summary>The same profile for many users: made, or put in the place of the one with its id.</summary>
/// <param name="Users">1 to 200 ids, each once.</param>
[Example("""{"users":["5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"],"profile":{"id":"kundbesok","name":"Kundbesök","fixed":{"action":"ring"},"mobile":{"action":"forward","forwardTo":{"number":"070-174 06 60"}}}}""")]
internal sealed record BulkProfileRequest(IReadOnlyList<string?> Users = null!, ProfileBody Profile = null!);
