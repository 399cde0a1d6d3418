namespace Koppla.Functions.Audit;

/// <summary>A page of the audit log, the newest first, without documents.</summary>
/// <param name="Continuation">Asks for the next page; absent on the last.</param>
internal sealed record AuditListBody(IReadOnlyList<AuditEntryBody> Items, string? Continuation);
