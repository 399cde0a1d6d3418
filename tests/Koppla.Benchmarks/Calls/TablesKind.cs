namespace Koppla.Benchmarks.Calls;

internal enum TablesKind
{
    /// <summary>The table protocol from memory, in this process: hardly any time of its own.</summary>
    Fake,

    /// <summary>Azurite: real answers, from one slow thread.</summary>
    Azurite,
}
