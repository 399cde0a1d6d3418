namespace Koppla.Benchmarks.TableService;

/// <summary>Where an entity stands in its table; ordered as the service orders.</summary>
internal readonly record struct EntityKey(string Partition, string Row)
{
    public bool IsBefore(EntityKey other) => Compare(this, other) < 0;

    public static int Compare(EntityKey one, EntityKey other)
    {
        var order = string.CompareOrdinal(one.Partition, other.Partition);
        return order != 0 ? order : string.CompareOrdinal(one.Row, other.Row);
    }
}
