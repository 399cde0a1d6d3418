namespace Koppla.Routing.Decisions;

/// <summary>What to do with a call now: <see cref="Forward"/>, <see cref="Ring"/>, <see cref="Refer"/>, <see cref="HangUp"/> or <see cref="Refuse"/>.</summary>
public abstract record Decision
{
    private protected Decision()
    {
    }
}
