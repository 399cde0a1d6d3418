namespace Koppla.Functions.Api.Documentation;

/// <summary>Metadata of an endpoint that does its work each time that it is asked, whatever key the request has.</summary>
internal sealed record IgnoresKey;
