namespace Koppla.Local.Node;

/// <summary>A lock between processes, held by keeping a file open; the operating system lets go of it if the holder dies.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(100);

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    /// <summary>Waits until no one else holds the lock. <paramref name="onWait"/> is called once if there is a wait.</summary>
    public static async Task<FileLock> TakeAsync(string path, Action onWait, CancellationToken cancellation)
    {
        for (var first = true; ; first = false)
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException held) when (held.GetType() == typeof(IOException))
            {
                // Held by another; a missing folder or the like is a derived type and is not waited for.
            }

            if (first)
            {
                onWait();
            }

            await Task.Delay(Retry, cancellation);
        }
    }

    public void Dispose() => file.Dispose();
}
