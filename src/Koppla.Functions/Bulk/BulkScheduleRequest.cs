using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Scheduling;

namespace Koppla.Functions.Bulk;

/// <summary>The same schedule for many users.</summary>
/// <param name="Users">1 to 200 ids, each once.</param>
[Example("""{"users":["5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"],"schedule":{"timeZone":"Europe/Stockholm","weekly":[{"profile":"lunch","days":["monday","tuesday"],"from":"12:00","to":"13:00"}]}}""")]
internal sealed record BulkScheduleRequest(IReadOnlyList<string?> Users = null!, ScheduleBody Schedule = null!);
