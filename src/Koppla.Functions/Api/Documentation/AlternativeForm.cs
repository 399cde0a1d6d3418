namespace Koppla.Functions.Api.Documentation;

/// <summary>Metadata of an endpoint: it answers with 200 in this form too, for who asks for it.</summary>
internal sealed record AlternativeForm(string MediaType);
