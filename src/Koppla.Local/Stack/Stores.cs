using Koppla.Functions.Calls;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;

namespace Koppla.Local.Stack;

/// <summary>The function app's stores on the same tables.</summary>
internal sealed record Stores(NumberStore Numbers, UserStore Users, OrganisationStore Organisations, CallRecordStore Calls)
{
    /// <summary>Opens the stores; makes the tables that are missing.</summary>
    public static async Task<Stores> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var tables = new Tables(StorageServices.CreateClient(new StorageOptions { ConnectionString = connectionString }));
        await Task.WhenAll(tables.All.Select(table => table.CreateIfNotExistsAsync(cancellation)));
        var index = new ColleagueIndex(tables, new SecretSource());
        return new Stores(
            new NumberStore(tables, new NumberListing(tables, new NumberBlocks(tables))), new UserStore(tables, index), new OrganisationStore(tables), new CallRecordStore(tables));
    }
}
