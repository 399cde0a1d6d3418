namespace Koppla.Routing.Callers;

public enum CallerTreatment
{
    /// <summary>Turned away, whatever the profile says.</summary>
    Blocked,

    /// <summary>Rings through, whatever the profile does first; its conditions still hold.</summary>
    Vip,
}
