using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Koppla.Cli.Api;

/// <summary>A request to the API.</summary>
/// <param name="Path">Under <c>api/v1/</c>, escaped, with the query.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path)
{
    /// <summary>JSON; null: none.</summary>
    public string? Body { get; init; }

    /// <summary>The version that is changed; null: whichever there is.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Only if there is none yet.</summary>
    public bool CreatesOnly { get; init; }

    public string? Language { get; init; }

    public bool IsDryRun { get; private init; }

    public static ApiRequest Get(params IReadOnlyList<string> path) => new(HttpMethod.Get, Escaped(path));

    public static ApiRequest Post(params IReadOnlyList<string> path) => new(HttpMethod.Post, Escaped(path));

    public static ApiRequest Put(params IReadOnlyList<string> path) => new(HttpMethod.Put, Escaped(path));

    public static ApiRequest Delete(params IReadOnlyList<string> path) => new(HttpMethod.Delete, Escaped(path));

    /// <summary>With a parameter, unless it has no value.</summary>
    public ApiRequest With(string name, string? value) => value is null
        ? this
        : this with { Path = $"{Path}{(Path.Contains('?') ? '&' : '?')}{name}={Uri.EscapeDataString(value)}" };

    public ApiRequest DryRun(bool asked) => asked ? With("dryRun", "true") with { IsDryRun = true } : this;

    public ApiRequest Json<T>(T body, JsonTypeInfo<T> type) => this with { Body = JsonSerializer.Serialize(body, type) };

    private static string Escaped(IReadOnlyList<string> path) => string.Join('/', path.Select(Uri.EscapeDataString));
}
