using System.Text.Json;

namespace Koppla.Benchmarks.TableService;

/// <summary>One write.</summary>
/// <param name="Entity">Null: it is deleted.</param>
/// <param name="IsInsert">It must not be there.</param>
/// <param name="IsMerge">Members that are not told stay.</param>
/// <param name="IfMatch">The version that must stand there, or <c>*</c> for any; null: none need be there.</param>
internal sealed record TableChange(string Table, EntityKey Key, StoredEntity? Entity, bool IsInsert, bool IsMerge, string? IfMatch)
{
    /// <exception cref="NotSupportedException">It is no write of an entity.</exception>
    public static TableChange Of(string method, string resource, string? ifMatch, ReadOnlyMemory<byte> body)
    {
        var (table, key) = EntityPath.Parse(resource);
        if (method == "DELETE")
        {
            return new TableChange(table, key!.Value, null, IsInsert: false, IsMerge: false, ifMatch ?? "*");
        }

        using var document = JsonDocument.Parse(body);
        var members = document.RootElement;
        var place = key ?? new EntityKey(members.GetProperty("PartitionKey").GetString()!, members.GetProperty("RowKey").GetString()!);
        var entity = StoredEntity.Of(place, members);
        return method switch
        {
            "POST" => new TableChange(table, place, entity, IsInsert: true, IsMerge: false, null),
            "PUT" => new TableChange(table, place, entity, IsInsert: false, IsMerge: false, ifMatch),
            "PATCH" or "MERGE" => new TableChange(table, place, entity, IsInsert: false, IsMerge: true, ifMatch),
            _ => throw new NotSupportedException($"{method} {resource}"),
        };
    }
}
