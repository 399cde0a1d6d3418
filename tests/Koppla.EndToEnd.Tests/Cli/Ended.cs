using System.Text.Json;

namespace Koppla.EndToEnd.Tests.Cli;

/// <summary>A command that has ended.</summary>
internal sealed record Ended(int Code, string Out, string Error)
{
    public JsonElement Json => JsonElement.Parse(Out);

    public string LastLine => Out.TrimEnd().Split(Environment.NewLine)[^1].TrimEnd();
}
