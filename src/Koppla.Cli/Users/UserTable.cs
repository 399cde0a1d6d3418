using Koppla.Cli.Output;

namespace Koppla.Cli.Users;

internal static class UserTable
{
    public static ResultTable Of(IReadOnlyList<UserBody> users)
    {
        var table = new ResultTable("id", "name", "department", "numbers");
        foreach (var user in users)
        {
            table.AddRow(
                Cells.Of(user.Id), Cells.Of(user.Name), Cells.Of(user.Department), Cells.Of(string.Join(", ", user.Numbers ?? [])));
        }

        return table;
    }
}
