using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Routing;

namespace Koppla.Functions.Bulk;

/// <summary>Reads the users of a bulk request.</summary>
internal static class BulkUsers
{
    private const int Max = 200;
    private const string Field = "users";

    public static readonly string[] Refusals = ["users-missing", "users-repeated", "too-many", "id-not-valid"];

    public static (ImmutableArray<UserId> Users, Problem? Problem) Read(IReadOnlyList<string?>? ids)
    {
        var reading = new BodyReading();
        var users = reading.Items(
            reading.Required(ids, Field) ?? [], Max, Field, (id, field) => reading.Value(UserId.Parse(id), field));
        if (users.IsEmpty)
        {
            reading.Refuse("users-missing", "Say which users are to be changed.", Field);
        }

        if (users.CountBy(user => user).Any(each => each.Value > 1))
        {
            reading.Refuse("users-repeated", "Every user is named once.", Field);
        }

        return (users, reading.Problem);
    }
}
