namespace Koppla.Local.Processes;

/// <summary>What a <see cref="ChildProcess"/> runs. Environment variables are added to this process's own; a null value removes one.</summary>
internal sealed record ChildCommand(string File, IReadOnlyList<string> Arguments)
{
    public string? WorkingDirectory { get; init; }

    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Told every line of output and of errors, as it comes.</summary>
    public Action<string>? OnLine { get; init; }
}
