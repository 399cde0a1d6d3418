namespace Koppla.Routing.Directory;

/// <summary>An immutable map of a handful of entries: for up to seven a scan beats hashing.</summary>
internal readonly struct SmallMap<TKey, TValue>
    where TKey : IEquatable<TKey>
{
    private readonly KeyValuePair<TKey, TValue>[]? pairs;

    private SmallMap(KeyValuePair<TKey, TValue>[] pairs) => this.pairs = pairs;

    internal IEnumerable<TValue> Values => (pairs ?? []).Select(pair => pair.Value);

    /// <summary>The same keys with other values.</summary>
    internal SmallMap<TKey, TValue> Select(Func<TValue, TValue> change) =>
        new([.. (pairs ?? []).Select(pair => KeyValuePair.Create(pair.Key, change(pair.Value)))]);

    internal bool TryGet(TKey key, out TValue? value)
    {
        foreach (var pair in pairs.AsSpan())
        {
            if (pair.Key.Equals(key))
            {
                value = pair.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The same map with this pair, in place of an older one with the same key.</summary>
    internal SmallMap<TKey, TValue> With(TKey key, TValue value)
    {
        var old = pairs.AsSpan();
        for (var i = 0; i < old.Length; i++)
        {
            if (old[i].Key.Equals(key))
            {
                var replaced = old.ToArray();
                replaced[i] = new(key, value);
                return new(replaced);
            }
        }

        return new([.. old, new(key, value)]);
    }
}
