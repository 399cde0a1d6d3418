namespace Koppla.Routing.Directory;

/// <summary>Not ours: nobody's as a called number, external as a destination.</summary>
public sealed record UnknownNumber : NumberEntry
{
    private UnknownNumber()
    {
    }

    public static UnknownNumber Instance { get; } = new();
}
