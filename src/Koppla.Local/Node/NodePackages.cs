using System.Diagnostics;
using Koppla.Local.Processes;

namespace Koppla.Local.Node;

/// <summary>
/// Installs npm packages once for each lock file, into folders under <paramref name="root"/>. An install is made beside its place and
/// moved there when it is whole, and only one process at a time makes it.
/// </summary>
/// <param name="root">Made if it is missing.</param>
/// <param name="progress">Told, in words for a person, what takes time.</param>
internal sealed class NodePackages(string root, Action<string> progress)
{
    /// <summary><c>.local/node</c> at the root of the source tree this program was built in, else the user's own application data.</summary>
    public static string DefaultRoot
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
                {
                    return Path.Combine(folder.FullName, ".local", "node");
                }
            }

            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "koppla", "node");
        }
    }

    /// <summary>The folder in which <c>node_modules</c> has what the package's lock file says.</summary>
    /// <exception cref="LocalStartException"><c>node-missing</c>, <c>node-too-old</c>, <c>npm-missing</c> or <c>npm-failed</c>.</exception>
    public async Task<string> InstallAsync(string packageFolder, CancellationToken cancellation)
    {
        var package = NodePackage.Read(packageFolder);
        var installed = Path.Combine(root, package.InstalledName);
        if (Directory.Exists(installed))
        {
            return installed;
        }

        Directory.CreateDirectory(root);
        using var alone = await FileLock.TakeAsync(
            installed + ".lock",
            onWait: () => progress($"Waiting for another process that installs {package.Name}."),
            cancellation);
        if (!Directory.Exists(installed))
        {
            await InstallAsync(package, installed, cancellation);
        }

        return installed;
    }

    private async Task InstallAsync(NodePackage package, string installed, CancellationToken cancellation)
    {
        await NodeTools.RequireNodeAsync(package.Name, cancellation);
        progress($"Installing the npm package {package.Name} (once, this can take a minute).");
        var watch = Stopwatch.StartNew();

        var partial = installed + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Directory.CreateDirectory(partial);
        foreach (var file in NodePackage.Files)
        {
            File.Copy(Path.Combine(package.Folder, file), Path.Combine(partial, file));
        }

        await NodeTools.InstallLockedAsync(package.Name, partial, cancellation);
        Directory.Move(partial, installed);
        progress($"Installed {package.Name} in {watch.Elapsed.TotalSeconds:0} s.");
    }
}
