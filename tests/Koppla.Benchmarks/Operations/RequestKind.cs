namespace Koppla.Benchmarks.Operations;

internal enum RequestKind
{
    /// <summary>Of one entity by its keys.</summary>
    Read,

    /// <summary>Of several entities.</summary>
    Query,

    Insert,
    Update,
    Delete,

    /// <summary>To the provider.</summary>
    Command,
}
