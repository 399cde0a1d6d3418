namespace Koppla.Routing.Decisions;

/// <summary>Where a call goes: <see cref="Forward"/>, <see cref="Ring"/> or <see cref="Refuse"/>.</summary>
public abstract record Decision
{
    private protected Decision()
    {
    }
}
