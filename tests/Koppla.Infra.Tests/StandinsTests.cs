using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Koppla.Infra.Tests;

/// <summary>How the app is built that is deployed.</summary>
public sealed class StandinsTests
{
    /// <summary>NuGet refuses a lock file that is there and not to be used (NU1005).</summary>
    [Fact]
    public async Task The_build_that_azd_makes_is_without_stand_ins_and_without_their_lock_files()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            ["msbuild", "-getProperty:Standins,RestorePackagesWithLockFile,RestoreLockedMode,NuGetLockFilePath", "src/Koppla.Functions/Koppla.Functions.csproj"])
        {
            WorkingDirectory = Repository.Root,
            Environment = { ["STANDINS"] = "None", ["CI"] = "true" },
        };

        var run = await Run.OfAsync(start);

        Assert.True(run.ExitCode == 0, run.Errors);
        var properties = JsonNode.Parse(run.Output)!["Properties"]!;
        Assert.Equal("None", (string)properties["Standins"]!);
        Assert.Equal("false", (string)properties["RestorePackagesWithLockFile"]!);
        Assert.Equal("false", (string)properties["RestoreLockedMode"]!);
        Assert.False(File.Exists(Path.Combine(Repository.Root, "src", "Koppla.Functions", (string)properties["NuGetLockFilePath"]!)));
    }
}
