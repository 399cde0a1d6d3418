namespace Koppla.Functions.Api.Documentation;

/// <summary>Metadata of an endpoint that answers also while storage is away.</summary>
internal sealed record TellsOfStorage;
