namespace Koppla.Routing.Directory;

/// <summary>What the directory says of a number: <see cref="ReservedNumber"/>, <see cref="AssignedNumber"/> or <see cref="UnknownNumber"/>.</summary>
public abstract record NumberEntry
{
    private protected NumberEntry()
    {
    }
}
