using Koppla.Local.Stack;

namespace Koppla.Local.Example;

internal static class ExampleData
{
    /// <summary>Loads the example organisation; loading it again restores it.</summary>
    public static async Task LoadAsync(Stores stores, CancellationToken cancellation)
    {
        await stores.Organisations.WriteAsync(ExampleOrganisation.Organisation, cancellation);
        await stores.Users.WriteAsync(ExampleOrganisation.Anna, cancellation);
        await stores.Users.WriteAsync(ExampleOrganisation.Eva, cancellation);
        foreach (var (number, entry) in ExampleOrganisation.Numbers)
        {
            await stores.Numbers.WriteAsync(number, entry, cancellation);
        }
    }
}
