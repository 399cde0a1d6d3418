using Koppla.Simulator.Telephones;
using static Koppla.Local.Example.ExampleOrganisation;
using static Koppla.Local.Example.ExamplePeople;

namespace Koppla.Local.Demo;

/// <summary>The transfers of the demonstration, in order.</summary>
internal static class DemoTransfers
{
    public static readonly IReadOnlyList<DemoTransfer> All =
    [
        new("A direct transfer: Anna gives the caller to Lars, and is out of the call at once", ToLars("direct"), AppOf(Lars), "completed", AppOf(Lars)),
        new("An announced transfer: Anna talks with Lars first, and then lets the two talk", ToLars("announced"), AppOf(Lars), "completed", AppOf(Lars))
        {
            Then = "complete",
        },
        new("An announced transfer that is taken back: Lars does not want the call", ToLars("announced"), AppOf(Lars), "cancelled", AppOf(Anna))
        {
            Then = "cancel",
        },
        new("A direct transfer to somebody who is busy comes back to Anna", ToLars("direct"), AppOf(Lars), "failed", AppOf(Anna))
        {
            Does = TelephoneScript.Busy(),
        },
        new(
            "An announced transfer to a number outside",
            new { to = new { number = Janitor.Display }, mode = "announced" },
            Janitor.E164,
            "completed",
            Janitor.E164)
        {
            Then = "complete",
        },
    ];

    private static object ToLars(string mode) => new { to = new { user = Lars.Id.Value }, mode };
}
