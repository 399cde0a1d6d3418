namespace Koppla.Functions.Storage;

/// <summary>An entity in storage does not hold what this version of the app can read.</summary>
internal sealed class CorruptEntityException(string table, string property, string? detail = null)
    : Exception($"An entity in '{table}' has no readable '{property}'{(detail is null ? "" : $": {detail}")}.");
