namespace Koppla.Concurrency.Tests;

/// <summary>Lets other tasks go on, unless nothing else is to happen yet.</summary>
internal sealed class Others
{
    /// <summary>While a test prepares what it is about.</summary>
    public bool AreWaiting { get; set; }

    public async Task GoOnAsync()
    {
        if (!AreWaiting)
        {
            await Task.Yield();
        }
    }
}
