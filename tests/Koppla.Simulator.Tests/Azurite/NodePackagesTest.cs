using System.Collections.Concurrent;
using Koppla.Local.Node;
using Koppla.Local.Processes;

namespace Koppla.Simulator.Tests.Azurite;

public sealed class NodePackagesTest : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("koppla-node-").FullName;
    private readonly ConcurrentQueue<string> progress = new();

    private string Root => Path.Combine(folder, "installed");

    [Fact]
    public async Task Installers_at_the_same_time_install_once()
    {
        var package = Package();

        var places = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => InstallAsync(package)));

        Assert.Single(places.Distinct(StringComparer.Ordinal));
        Assert.Single(progress, line => line.StartsWith("Installing", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(places[0], "package.json")));
    }

    [Fact]
    public async Task Another_lock_file_gets_another_place()
    {
        var before = await InstallAsync(Package());

        var after = await InstallAsync(Package(version: "1.0.1"));

        Assert.NotEqual(before, after, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_a_dead_installer_left_is_not_taken_as_done()
    {
        var package = Package();
        var partial = Path.Combine(Root, NodePackage.Read(package).InstalledName + ".partial");
        Directory.CreateDirectory(partial);
        await File.WriteAllTextAsync(Path.Combine(partial, "half"), "", TestContext.Current.CancellationToken);

        var place = await InstallAsync(package);

        Assert.False(File.Exists(Path.Combine(place, "half")));
        Assert.False(Directory.Exists(partial));
    }

    [Fact]
    public async Task A_failed_install_tells_what_npm_said_and_is_tried_again()
    {
        var package = Package(dependencies: """{ "left-out-of-the-lock-file": "1.0.0" }""");

        var failure = await Assert.ThrowsAsync<LocalStartException>(() => InstallAsync(package));
        await Assert.ThrowsAsync<LocalStartException>(() => InstallAsync(package));

        Assert.Equal("npm-failed", failure.Name);
        Assert.Contains("left-out-of-the-lock-file", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v20.20.2", 20)]
    [InlineData("v9.1.0", 9)]
    [InlineData("nonsense", 0)]
    public void The_major_version_is_read(string version, int major) => Assert.Equal(major, NodeTools.Major(version));

    [Fact]
    public async Task No_committed_lock_file_names_a_registry()
    {
        var locks = Directory.GetFiles(AppContext.BaseDirectory, "package-lock.json", SearchOption.AllDirectories);

        Assert.NotEmpty(locks);
        foreach (var file in locks)
        {
            Assert.DoesNotContain("\"resolved\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<string> InstallAsync(string package) =>
        new NodePackages(Root, progress.Enqueue).InstallAsync(package, TestContext.Current.CancellationToken);

    private string Package(string version = "1.0.0", string dependencies = "{}")
    {
        var package = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        File.WriteAllText(Path.Combine(package, "package.json"), $$"""{ "name": "tiny", "version": "{{version}}", "dependencies": {{dependencies}} }""");
        File.WriteAllText(
            Path.Combine(package, "package-lock.json"),
            $$"""{ "name": "tiny", "version": "{{version}}", "lockfileVersion": 3, "packages": { "": { "name": "tiny", "version": "{{version}}" } } }""");
        return package;
    }
}
