using Koppla.Local.Demo;
using Koppla.Local.Example;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Simulator.Telephones;

namespace Koppla.Benchmarks.Operations;

/// <summary>One of each kind of call, with the people whom the example organisation lacks for them.</summary>
internal static class CallKinds
{
    private const string Apps = "8:acs:5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7c00_";
    private const string SecondDevice = Apps + "pia_at_home";

    /// <summary>A company without a number for calls that end nowhere, so that nothing is to be done when nobody answers.</summary>
    public static readonly Organisation WithoutFallback = ExampleOrganisation.Organisation with
    {
        Id = new OrganisationId(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a02")),
        Name = "Ensambolaget AB",
        Fallback = null,
    };

    /// <summary>Pia has two devices, which ring at the same time.</summary>
    private static readonly User Pia = Like(ExamplePeople.Anna, 27, ExampleOrganisation.Id, "Pia Ring") with
    {
        Handling = ExamplePeople.Anna.Handling with { Devices = [new AppDevice(Apps + "pia"), new AppDevice(SecondDevice)] },
    };

    private static readonly User Ulla = Like(ExamplePeople.Anna, 28, WithoutFallback.Id, "Ulla Ask");

    private static readonly User KarinAtLunch =
        ExamplePeople.Karin with { Handling = ExamplePeople.Karin.Handling with { DefaultProfile = ExamplePeople.Lunch } };

    private static readonly User UnoAtLunch = Like(KarinAtLunch, 29, WithoutFallback.Id, "Uno Lind");

    /// <summary>People to load beside the example's, or in place of them.</summary>
    public static readonly IReadOnlyList<User> People = [Pia, Ulla, KarinAtLunch, UnoAtLunch];

    public static readonly IReadOnlyList<CallKind> All =
    [
        new("reserved number, forwarded outside", ExampleOrganisation.ReservedForwarded, Budget.SentOn(reads: 1)),
        new("unknown number", DemoCalls.NotOurs, Budget.SentOn(reads: 1)),
        new("user rings, with nothing behind it", Ulla.Numbers[0], Budget.SentOn(reads: 2)),
        new("user forwards at once, outside", ExampleOrganisation.AnnaMobile, Budget.SentOn(reads: 2)),
        new("user rings, with the fallback behind it", ExampleOrganisation.AnnaFixed, Budget.Supervised(reads: 2, Connected, Listed, Answered, Left, Ended)),
        new(
            "reserved number, to a user, to a colleague",
            ExampleOrganisation.ReservedToEva,
            Budget.Supervised(reads: 1 + 2 + 2, Connected, Listed, Answered, Left, Ended)),
        new(
            "busy, then a colleague answers",
            ExampleOrganisation.LarsFixed,
            Budget.Supervised(reads: 2, Connected, "busy", Listed, Answered, Left, Ended),
            ExamplePeople.AppOf(ExamplePeople.Lars),
            TelephoneScript.Busy()),
        new(
            "no connection, then a referral",
            ExampleOrganisation.NilsFixed,
            Budget.Supervised(reads: 2, Connected, "no connection", Heard, Ended),
            ExamplePeople.AppOf(ExamplePeople.Nils),
            TelephoneScript.Unreachable(Unreachability.NotRegistered)),
        new("referral, then a transfer outside", UnoAtLunch.Numbers[0], Budget.Supervised(reads: 2, Connected, Heard, "taken", Ended)),
        new(
            "the same, with the fallback behind it",
            ExampleOrganisation.KarinFixed,
            Budget.Supervised(reads: 2, Connected, Heard, Answered, Left, Ended)),
        new(
            "two devices ring, one answers",
            Pia.Numbers[0],
            Budget.Supervised(reads: 2, Connected, "both invited", Listed, Answered, Left, Ended),
            SecondDevice,
            TelephoneScript.NoAnswer()),
    ];

    private const string Connected = "connected";

    /// <summary>Among the calls that a user is in, just before the user answers.</summary>
    private const string Listed = "listed";

    private const string Answered = "answered";
    private const string Heard = "referral heard";
    private const string Left = "one hung up";
    private const string Ended = "ended";

    /// <param name="number">The last two digits of the fixed number, and of the id.</param>
    private static User Like(User user, int number, OrganisationId organisation, string name) => user with
    {
        Id = new UserId(new Guid($"5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b{number}")),
        Organisation = organisation,
        Name = name,
        Numbers = [PhoneNumber.Parse($"08-465 004 {number}").Value],
    };
}
