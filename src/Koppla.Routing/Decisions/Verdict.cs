namespace Koppla.Routing.Decisions;

/// <summary>What the engine says: <see cref="Need"/> or <see cref="Decided"/>.</summary>
public abstract record Verdict
{
    private protected Verdict()
    {
    }
}
