using System.Collections.Immutable;
using System.Text.Json;

namespace Koppla.Benchmarks.TableService;

/// <summary>Entities in the order of their keys: one is found, and a range begins, after some halvings. One thread at a time.</summary>
internal sealed class StoredTable
{
    private static readonly Comparer<StoredEntity> ByKey = Comparer<StoredEntity>.Create((one, other) => EntityKey.Compare(one.Key, other.Key));

    private readonly SortedSet<StoredEntity> entities = new(ByKey);
    private long version;

    public int Count => entities.Count;

    public StoredEntity? Find(EntityKey key) => entities.TryGetValue(At(key), out var found) ? found : null;

    /// <summary>Those that match, from a key on, at most as many, and the key at which the rest begins.</summary>
    public (IReadOnlyList<StoredEntity> Found, EntityKey? Next) Query(TableFilter filter, EntityKey from, int most)
    {
        var begin = new EntityKey(filter.Partition ?? "", filter.Partition is null ? "" : filter.FirstRow);
        begin = begin.IsBefore(from) ? from : begin;
        var found = new List<StoredEntity>();
        foreach (var entity in From(begin))
        {
            if (IsPast(filter, entity.Key))
            {
                break;
            }

            if (!filter.Matches(entity))
            {
                continue;
            }

            if (found.Count == most)
            {
                return (found, entity.Key);
            }

            found.Add(entity);
        }

        return (found, null);
    }

    /// <exception cref="TableFailure">What stands there forbids one of them; none is made.</exception>
    public IReadOnlyList<string?> Apply(IReadOnlyList<TableChange> changes)
    {
        var made = changes.Select(change => (Old: Find(change.Key), New: Changed(change))).ToList();
        foreach (var (old, entity) in made)
        {
            if (old is not null)
            {
                entities.Remove(old);
            }

            if (entity is not null)
            {
                entities.Add(entity);
            }
        }

        return [.. made.Select(each => each.New?.ETag)];
    }

    private static bool IsPast(TableFilter filter, EntityKey key) => filter.Partition is { } partition
        && (key.Partition != partition || (filter.LastRow is { } last && string.CompareOrdinal(key.Row, last) > 0));

    private SortedSet<StoredEntity> From(EntityKey key)
    {
        var last = entities.Max;
        return last is null || last.Key.IsBefore(key) ? [] : entities.GetViewBetween(At(key), last);
    }

    private StoredEntity? Changed(TableChange change)
    {
        var old = Find(change.Key);
        if (change.IsInsert && old is not null)
        {
            throw TableFailure.Exists();
        }

        if (change.IfMatch is { } wanted && old is null)
        {
            throw TableFailure.NotFound();
        }

        if (change.IfMatch is { } expected and not "*" && old!.ETag != expected)
        {
            throw TableFailure.Changed();
        }

        var entity = change.IsMerge && old is not null ? change.Entity!.MergedInto(old) : change.Entity;
        return entity is null ? null : entity with { Version = ++version };
    }

    private static StoredEntity At(EntityKey key) => new(key, ImmutableDictionary<string, JsonElement>.Empty, 0);
}
