namespace Koppla.Functions.Api;

/// <summary>Something that was saved and may not be meant.</summary>
/// <param name="Name">What it is about: stable, kebab-case.</param>
/// <param name="Text">The same for people, with a witness.</param>
/// <param name="Field">The member that it is about, if it is one.</param>
internal sealed record WarningBody(string Name, string Text, string? Field = null);
