namespace Koppla.Routing.Decisions;

/// <summary>Something to read before a decision can be made: <see cref="MissingNumber"/>, <see cref="MissingUser"/> or <see cref="MissingOrganisation"/>.</summary>
public abstract record MissingData
{
    private protected MissingData()
    {
    }
}
