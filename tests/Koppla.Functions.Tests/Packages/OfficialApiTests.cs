using System.Text.RegularExpressions;
using Azure.Communication.CallAutomation;
using Koppla.Tests;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Tests.Packages;

/// <summary>The app uses nothing of the stand-ins that the official packages lack: every use is in a list that was looked up there.</summary>
public sealed partial class OfficialApiTests
{
    private static readonly HashSet<string> Listed =
        [.. File.ReadLines(Repository.File("docs", "official-api.txt")).Where(line => line.Length > 0 && line[0] != '#')];

    private static readonly IReadOnlyList<string> Used = ApiReferences.Of(
        Path.Combine(AppContext.BaseDirectory, "Koppla.Functions.dll"), assembly => assembly.StartsWith("Koppla.Standins.", StringComparison.Ordinal));

    [Fact]
    public void What_the_app_uses_of_the_packages_is_listed() => Assert.Empty(Used.Except(Listed));

    [Fact]
    public void What_is_listed_is_used() => Assert.Empty(Listed.Except(Used));

    [Theory]
    [InlineData(typeof(FunctionContext), "FunctionsWorker")]
    [InlineData(typeof(CallAutomationClient), "CallAutomation")]
    public void What_else_a_stand_in_has_its_readme_tells_why(Type oneOfIt, string folder) => Assert.Equal(
        oneOfIt.Assembly.GetExportedTypes().Select(Name).Except(Listed).Select(name => name.Split('.')[^1]).Order(StringComparer.Ordinal),
        Besides(folder).Order(StringComparer.Ordinal));

    [Fact]
    public void No_source_of_the_app_knows_of_stand_ins() => Assert.All(
        Directory.EnumerateFiles(Repository.File("src", "Koppla.Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
        file =>
        {
            var source = File.ReadAllText(file);
            Assert.DoesNotContain("Standin", source, StringComparison.Ordinal);
            Assert.DoesNotContain("#if", source, StringComparison.Ordinal);
        });

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    /// <summary>The names in the first column of the table.</summary>
    private static IEnumerable<string> Besides(string folder) => File
        .ReadAllText(Repository.File("src", "Standins", folder, "README.md"))
        .Split("## Public, and not used by the product")[1].Split("\n## ")[0].Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(line => Code().Matches(line.Split('|')[1]).Select(match => match.Groups["name"].Value));

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
