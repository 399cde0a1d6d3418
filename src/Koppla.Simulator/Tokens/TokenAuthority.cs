namespace Koppla.Simulator.Tokens;

/// <summary>Whose key signs a token.</summary>
public enum TokenAuthority
{
    CallAutomation,
    Entra,
}
