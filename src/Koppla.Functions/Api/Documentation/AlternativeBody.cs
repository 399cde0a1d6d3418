namespace Koppla.Functions.Api.Documentation;

/// <summary>Metadata of an endpoint: it takes its body in this form too. The example is one that a test sends.</summary>
internal sealed record AlternativeBody(string MediaType, string Example);
