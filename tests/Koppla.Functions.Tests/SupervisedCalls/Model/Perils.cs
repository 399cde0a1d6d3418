namespace Koppla.Functions.Tests.SupervisedCalls.Model;

/// <summary>Counts the operations of a process, and kills it at one of them: before it is done, or when it is done and not answered.</summary>
internal sealed class Perils
{
    private int operations;
    private int killAt = int.MaxValue;
    private bool killBefore;
    private bool isDead;

    public int Operations => operations;

    /// <summary>Whether the process has been killed.</summary>
    public bool HasStruck { get; private set; }

    public void KillAt(int operation, bool before) => (killAt, killBefore) = (operation, before);

    /// <summary>A new process takes over.</summary>
    public void Revive() => isDead = false;

    public void Before()
    {
        Interlocked.Increment(ref operations);
        Strike(killBefore);
    }

    public void After() => Strike(!killBefore);

    private void Strike(bool now)
    {
        if (now && operations == killAt && !HasStruck)
        {
            HasStruck = isDead = true;
        }

        if (isDead)
        {
            throw new KilledException();
        }
    }
}
