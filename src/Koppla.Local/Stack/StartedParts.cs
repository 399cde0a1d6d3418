namespace Koppla.Local.Stack;

/// <summary>Parts that have started; ends them, the last first, unless they are to be kept: a start that fails leaves nothing behind.</summary>
internal sealed class StartedParts : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> parts = new();

    public T Add<T>(T part)
        where T : IAsyncDisposable
    {
        parts.Push(part);
        return part;
    }

    public void Keep() => parts.Clear();

    public async ValueTask DisposeAsync()
    {
        while (parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }
}
