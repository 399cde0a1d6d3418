namespace Koppla.Routing.Decisions;

/// <summary>
/// What comes of a question to the rules: <see cref="Need"/>, or the answer. The engine's is <see cref="Decided"/>; those about many
/// decisions are in <see cref="Insight"/>.
/// </summary>
public abstract record Verdict
{
    private protected Verdict()
    {
    }
}
