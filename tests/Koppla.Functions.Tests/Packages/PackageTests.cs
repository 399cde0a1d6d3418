using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Koppla.Tests;

namespace Koppla.Functions.Tests.Packages;

/// <summary>What would be deployed, as far as it can be told without the official packages.</summary>
public sealed class PackageTests
{
    private const string Project = "src/Koppla.Functions/Koppla.Functions.csproj";

    [Fact]
    public async Task A_publish_has_the_app_for_its_framework_and_the_settings_of_the_host()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
            await DotnetAsync("publish", Project, "--no-build", "-c", configuration, "-o", folder.FullName);

            var names = folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).ToHashSet();
            Assert.Subset(names, new HashSet<string> { "Koppla.Functions.dll", "Koppla.Routing.dll", "Koppla.Functions.deps.json", "Koppla.Functions.runtimeconfig.json", "host.json" });
            Assert.DoesNotContain(names, name => name.StartsWith("local.settings", StringComparison.Ordinal) || name.EndsWith(".xml", StringComparison.Ordinal));

            var runtime = Json(folder.FullName, "Koppla.Functions.runtimeconfig.json")["runtimeOptions"]!;
            Assert.Equal("net10.0", (string)runtime["tfm"]!);
            Assert.Equal(
                ["Microsoft.AspNetCore.App", "Microsoft.NETCore.App"], runtime["frameworks"]!.AsArray().Select(each => (string)each!["name"]!).Order());

            var host = Json(folder.FullName, "host.json");
            Assert.Equal("2.0", (string)host["version"]!);
            Assert.Equal("api", (string?)host["extensions"]?["http"]?["routePrefix"] ?? "api");
            Assert.DoesNotMatch("(?i)accountkey|accesskey|connectionstring|password|secret", host.ToJsonString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Settings_of_this_machine_are_never_published() => Assert.Equal("Never", (string?)XDocument.Load(Repository.File(Project))
        .Descendants("None").Single(item => (string?)item.Attribute("Update") == "local.settings.json").Attribute("CopyToPublishDirectory"));

    [Fact]
    public async Task What_is_deployed_is_built_with_the_official_packages_and_compiled_ahead_for_its_machine()
    {
        var evaluated = await EvaluatedAsync("None");

        Assert.Equal("linux-x64", Property(evaluated, "RuntimeIdentifier"));
        Assert.Equal("true", Property(evaluated, "PublishReadyToRun"));
        Assert.Equal("false", Property(evaluated, "SelfContained"));
        Assert.Equal("net10.0", Property(evaluated, "TargetFramework"));
        Assert.Equal("v4", Property(evaluated, "AzureFunctionsVersion"));
        Assert.Equal("Exe", Property(evaluated, "OutputType"));
        Assert.Contains("Microsoft.AspNetCore.App", Items(evaluated, "FrameworkReference"));
        Assert.Equal(["Koppla.Routing.csproj"], Items(evaluated, "ProjectReference").Select(Path.GetFileName));
        Assert.Subset(
            Items(evaluated, "PackageReference").ToHashSet(),
            new HashSet<string>
            {
                "Azure.Communication.CallAutomation",
                "Microsoft.Azure.Functions.Worker",
                "Microsoft.Azure.Functions.Worker.Extensions.EventGrid",
                "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
                "Microsoft.Azure.Functions.Worker.Extensions.Timer",
                "Microsoft.Azure.Functions.Worker.Sdk",
            });
        Assert.Subset(Items(evaluated, "PackageVersion").ToHashSet(), Items(evaluated, "PackageReference").ToHashSet());
    }

    [Fact]
    public async Task A_build_with_stand_ins_is_for_any_machine_as_its_lock_file_is()
    {
        var evaluated = await EvaluatedAsync("All");

        Assert.Equal("", Property(evaluated, "RuntimeIdentifier"));
        Assert.Equal("", Property(evaluated, "PublishReadyToRun"));
        Assert.DoesNotContain("Microsoft.Azure.Functions.Worker", Items(evaluated, "PackageReference"));
    }

    private static async Task<JsonNode> EvaluatedAsync(string standins) => JsonNode.Parse(await DotnetAsync(
        "msbuild",
        Project,
        $"-p:Standins={standins}",
        "-getProperty:RuntimeIdentifier,PublishReadyToRun,SelfContained,TargetFramework,AzureFunctionsVersion,OutputType",
        "-getItem:PackageReference,ProjectReference,FrameworkReference,PackageVersion"))!;

    private static string Property(JsonNode evaluated, string name) => (string)evaluated["Properties"]![name]!;

    private static IEnumerable<string> Items(JsonNode evaluated, string name) =>
        evaluated["Items"]![name]!.AsArray().Select(item => (string)item!["Identity"]!);

    private static JsonNode Json(string folder, string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name)))!;

    /// <returns>What it has written, once it has ended well.</returns>
    private static async Task<string> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
