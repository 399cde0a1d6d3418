using System.Collections.Immutable;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.Local.Example;

/// <summary>The people of the example organisation, each with the profile that one call of the demonstration is about.</summary>
internal static class ExamplePeople
{
    public static readonly ProfileId Lunch = ProfileId.Parse("lunch").Value;

    public static readonly ProfileId GoneForTheDay = ProfileId.Parse("gatt-for-dagen").Value;

    /// <summary>Anna's app rings on her fixed number; her mobile number goes to the answering service.</summary>
    public static readonly User Anna = Person(
        1, "Anna Berg", "Försäljning", [ExampleOrganisation.AnnaFixed, ExampleOrganisation.AnnaMobile], NumberRule.Ring, NumberRule.Forward(ExampleOrganisation.AnswerService));

    /// <summary>Eva's fixed number goes to Anna's.</summary>
    public static readonly User Eva = Person(2, "Eva Lind", "Försäljning", [ExampleOrganisation.EvaFixed], NumberRule.Forward(ExampleOrganisation.AnnaFixed));

    /// <summary>When Karin is at lunch, her callers hear so, and then get the answering service.</summary>
    public static readonly User Karin = Person(3, "Karin Ek", "Ekonomi", [ExampleOrganisation.KarinFixed], NumberRule.Ring)
        .With(Lunch, new(RuleAction.Referral, AfterReferral: new FollowUp(Destination.Of(ExampleOrganisation.AnswerService), true)));

    /// <summary>When Lars is busy, Anna gets his calls.</summary>
    public static readonly User Lars = Person(
        4, "Lars Holm", "Kundtjänst", [ExampleOrganisation.LarsFixed], NumberRule.Ring with { OnBusy = Forwards(Destination.Of(Anna.Id)) });

    /// <summary>When Mona does not answer within five seconds, the answering service does.</summary>
    public static readonly User Mona = Person(
        5,
        "Mona Frid",
        "Kundtjänst",
        [ExampleOrganisation.MonaFixed],
        NumberRule.Ring with { NoAnswerSeconds = 5, OnNoAnswer = Forwards(Destination.Of(ExampleOrganisation.AnswerService)) });

    /// <summary>When Nils can't be reached, callers hear that he is away.</summary>
    public static readonly User Nils = Person(
        6, "Nils Dahl", "Inköp", [ExampleOrganisation.NilsFixed], NumberRule.Ring with { OnNoConnection = new(ConditionAction.Referral, null, true) });

    /// <summary>Olle's app rings while he is there; when he has left for the day, his calls go to Anna.</summary>
    public static readonly User Olle = Person(7, "Olle Nord", "Lager och utleverans", [ExampleOrganisation.OlleFixed], NumberRule.Ring)
        .With(GoneForTheDay, new(RuleAction.Forward, Destination.Of(Anna.Id)));

    public static readonly ImmutableArray<User> All = [Anna, Eva, Karin, Lars, Mona, Nils, Olle];

    /// <summary>The identity of a user's app.</summary>
    public static string AppOf(User user) => ((AppDevice)user.Handling.Devices[0]).CommunicationUserId;

    private static User Person(
        int id, string name, string department, ImmutableArray<PhoneNumber> numbers, NumberRule fixedRule, NumberRule? mobileRule = null)
    {
        var app = new AppDevice($"8:acs:5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7c00_{name.Split(' ')[0].ToLowerInvariant()}");
        var there = Profile.Available(fixedRule, mobileRule ?? NumberRule.Ring);
        var handling = CallHandling.Always(there, app) with { Profiles = DefaultProfiles.All.SetItem(0, there) };
        return new User(
            new UserId(new Guid($"5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b{id:00}")), ExampleOrganisation.Id, name, numbers, Language.Swedish, handling)
        {
            Department = department,
        };
    }

    private static ConditionalRule Forwards(Destination to) => new(ConditionAction.Forward, to, true);

    /// <summary>The same person with another rule for the fixed number in one of the profiles.</summary>
    private static User With(this User user, ProfileId id, NumberRule rule) => user with
    {
        Handling = user.Handling with
        {
            Profiles = [.. user.Handling.Profiles.Select(profile => profile.Id == id ? profile with { Fixed = rule } : profile)],
        },
    };
}
