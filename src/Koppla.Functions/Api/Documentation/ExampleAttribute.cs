namespace Koppla.Functions.Api.Documentation;

/// <summary>A body as the document shows it. A test sends it to every operation that takes one.</summary>
/// <param name="json">The body.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ExampleAttribute(string json) : Attribute
{
    public string Json { get; } = json;
}
