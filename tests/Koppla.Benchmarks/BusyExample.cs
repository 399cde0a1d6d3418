using Koppla.Local.Example;
using Koppla.Local.Stack;
using Koppla.Routing.Destinations;

namespace Koppla.Benchmarks;

/// <summary>The example organisation as one that may send outside as many calls as a benchmark can place.</summary>
internal static class BusyExample
{
    public static async Task LoadAsync(string connectionString, CancellationToken cancellation)
    {
        var stores = await Stores.OpenAsync(connectionString, cancellation);
        await ExampleData.LoadAsync(stores, cancellation);
        var unlimited = ExternalForwardPolicy.Open with { PerUserPerHour = int.MaxValue, PerOrganisationPerHour = int.MaxValue };
        await stores.Organisations.WriteAsync(ExampleOrganisation.Organisation with { ExternalForwards = unlimited }, cancellation);
    }
}
