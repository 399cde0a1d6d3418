namespace Koppla.Functions.Api.Documentation;

/// <summary>Metadata of an endpoint that changes or refuses each of many things alone, and tells of each in its answer.</summary>
internal sealed record ChangesEachAlone;
