namespace Koppla.Routing.Destinations;

/// <summary>Who may forward an organisation's calls to numbers outside it.</summary>
public enum ForwardSetters
{
    Everyone,
    Administrators,

    /// <summary>Nobody: those that are saved do not act.</summary>
    Nobody,
}
