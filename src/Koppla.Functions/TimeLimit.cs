namespace Koppla.Functions;

/// <summary>Cancels when a time has passed, or when what it is part of is cancelled.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource either;

    public TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        timer = new CancellationTokenSource(limit, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
    }

    public CancellationToken Token => either.Token;

    public void Dispose()
    {
        either.Dispose();
        timer.Dispose();
    }
}
