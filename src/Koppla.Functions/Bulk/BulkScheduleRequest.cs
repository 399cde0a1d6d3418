using Koppla.Functions.Scheduling;

namespace Koppla.Functions.Bulk;

/// <summary>The same schedule for many users.</summary>
/// <param name="Users">1 to 200 ids, each once.</param>
internal sealed record BulkScheduleRequest(IReadOnlyList<string?> Users = null!, ScheduleBody Schedule = null!);
