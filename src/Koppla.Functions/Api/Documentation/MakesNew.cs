namespace Koppla.Functions.Api.Documentation;

/// <summary>Metadata of an endpoint that makes a thing that was not there: a request can't name a version of it.</summary>
internal sealed record MakesNew;
