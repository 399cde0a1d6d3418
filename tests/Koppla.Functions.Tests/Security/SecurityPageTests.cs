using System.Reflection;
using System.Text.RegularExpressions;
using Koppla.Tests;

namespace Koppla.Functions.Tests.Security;

/// <summary><c>docs/security.md</c> tells of controls and tests that are there.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string Docs = Repository.File("docs");

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Docs, "security.md"));

    public static TheoryData<string> Rows => new(Lines.Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Split('|')[1].Trim()));

    [Fact]
    public void Every_row_of_the_Top_10_is_there_once() =>
        Assert.Equal(Enumerable.Range(1, 10), Rows.Select(row => TopTen().Match(row.Data)).Where(found => found.Success).Select(found => int.Parse(found.Groups["number"].Value)));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_row_names_what_stands_against_it_and_a_test_that_holds_it(string row)
    {
        var cells = Lines.Single(line => line.StartsWith($"| {row} |", StringComparison.Ordinal)).Split(" | ");

        Assert.Equal(4, cells.Length);
        Assert.NotEmpty(Links().Matches(cells[2]));
        Assert.NotEmpty(Links().Matches(cells[3]));
        Assert.All(Links().Matches(cells[3]), link => AssertIsTest(link.Groups["name"].Value, link.Groups["path"].Value));
    }

    [Fact]
    public void Every_link_leads_somewhere() => Assert.All(
        Lines.SelectMany(line => Links().Matches(line)).Select(link => link.Groups["path"].Value).Where(path => !path.StartsWith("https:", StringComparison.Ordinal)),
        path => Assert.True(Path.Exists(Path.Combine(Docs, path)), path));

    /// <summary>By the source, for the other projects are not loaded here; those of this project also by what is compiled.</summary>
    private static void AssertIsTest(string name, string path)
    {
        Assert.StartsWith("../tests/", path, StringComparison.Ordinal);
        Assert.Equal($"{name}.cs", Path.GetFileName(path));
        var source = File.ReadAllText(Path.Combine(Docs, path));
        Assert.Matches($@"\bclass {name}\b", source);
        if (path.StartsWith("../tests/Koppla.Functions.Tests/", StringComparison.Ordinal))
        {
            var folder = Path.GetFileName(Path.GetDirectoryName(path))!;
            var type = Assert.Single(Assembly.GetExecutingAssembly().GetTypes(), type => type.Name == name && type.Namespace!.EndsWith($".{folder}", StringComparison.Ordinal));
            Assert.True(IsRun(type), $"{name} has no tests.");
        }
        else
        {
            Assert.Matches(@"\[(Fact|Theory)", source);
        }
    }

    /// <summary>Test methods, or what the assembly runs for all of them.</summary>
    private static bool IsRun(Type type) =>
        type.GetMethods().Any(method => method.GetCustomAttributes().Any(attribute => attribute is FactAttribute))
        || type.Assembly.GetCustomAttributes<AssemblyFixtureAttribute>().Any(fixture => fixture.AssemblyFixtureType == type);

    [GeneratedRegex(@"\[(?<name>[^\]]+)\]\((?<path>[^)]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"^API(?<number>\d+) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopTen();
}
