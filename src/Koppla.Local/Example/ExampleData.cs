using Koppla.Local.Stack;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Local.Example;

internal static class ExampleData
{
    /// <summary>All numbers that the organisation owns.</summary>
    public static IEnumerable<PhoneNumber> Numbers =>
        [.. ExampleOrganisation.Reserved.Keys, .. ExamplePeople.All.SelectMany(person => person.Numbers)];

    /// <summary>Loads the example organisation; loading it again restores it.</summary>
    public static async Task LoadAsync(Stores stores, CancellationToken cancellation)
    {
        await stores.Organisations.WriteAsync(ExampleOrganisation.Organisation, cancellation);
        foreach (var (number, entry) in ExampleOrganisation.Reserved)
        {
            await stores.Numbers.WriteAsync(number, entry, cancellation);
        }

        foreach (var person in ExamplePeople.All)
        {
            await stores.Users.WriteAsync(person, cancellation);
            foreach (var number in person.Numbers)
            {
                await stores.Numbers.WriteAsync(number, new AssignedNumber(person.Organisation, person.Id), cancellation);
            }
        }
    }
}
