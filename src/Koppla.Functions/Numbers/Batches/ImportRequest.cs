using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>Numbers to import.</summary>
/// <param name="Rows">Together at most 1000 numbers.</param>
[Example("""{"rows":[{"number":"08-465 004 00","to":"08-465 004 99"},{"number":"08-465 005 00","destination":"070-174 06 60"}]}""")]
internal sealed record ImportRequest(IReadOnlyList<ImportRow?>? Rows = null);
