namespace Koppla.Routing.Directory;

/// <summary>What rings at a user: <see cref="AppDevice"/> or <see cref="TelephoneDevice"/>.</summary>
public abstract record Device
{
    private protected Device()
    {
    }
}
