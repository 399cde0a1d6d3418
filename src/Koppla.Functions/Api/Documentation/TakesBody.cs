namespace Koppla.Functions.Api.Documentation;

/// <summary>
/// Metadata of an endpoint: the JSON that it takes. Not <c>IAcceptsMetadata</c>, by which routing would refuse other media types before
/// the endpoint could say what it wants.
/// </summary>
internal sealed record TakesBody(Type Body);
