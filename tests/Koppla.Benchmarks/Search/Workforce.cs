using System.Globalization;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.Benchmarks.Search;

/// <summary>The people of a large organisation: common names are common, and every number is of one series.</summary>
internal static class Workforce
{
    private const int Seed = 46;

    private static readonly string[] FirstNames =
    [
        "Anna", "Erik", "Lars", "Karl", "Eva", "Karin", "Maria", "Anders", "Per", "Johan", "Kristina", "Mikael", "Sara", "Jan", "Elisabeth",
        "Emma", "Daniel", "Annika", "Fredrik", "Malin", "Peter", "Jenny", "Linda", "Åsa", "Marie", "Björn", "Susanne", "Andreas", "Hanna", "Thomas",
        "Ulrika", "Mats", "Helena", "Niklas", "Johanna", "Henrik", "Sofia", "Stefan", "Camilla", "Magnus", "Julia", "Göran", "Ida", "Oskar",
        "Lena", "Viktor", "Märta", "Anton", "Zara", "Östen", "Alexander", "Amina", "Mohammed", "Olof", "Ylva", "Tove", "Simon", "Rasmus", "Wilma", "Håkan",
    ];

    private static readonly string[] LastNames =
    [
        "Andersson", "Johansson", "Karlsson", "Nilsson", "Eriksson", "Larsson", "Olsson", "Persson", "Svensson", "Gustafsson", "Pettersson", "Jonsson",
        "Jansson", "Hansson", "Bengtsson", "Jönsson", "Lindberg", "Jakobsson", "Magnusson", "Lindström", "Olofsson", "Lindqvist", "Lindgren", "Berg",
        "Axelsson", "Bergström", "Lundberg", "Lind", "Lundgren", "Mattsson", "Berglund", "Fredriksson", "Sandberg", "Henriksson", "Ali", "Sjöberg",
        "Forsberg", "Mohamed", "Wallin", "Engström", "Eklund", "Danielsson", "Lundin", "Håkansson", "Björk", "Bergman", "Holm", "Samuelsson", "Fransson",
        "Wikström", "Isaksson", "Bergqvist", "Arvidsson", "Nyström", "Holmberg", "Löfgren", "Söderberg", "Nyberg", "Ek", "Åkesson",
    ];

    private static readonly string[] Departments =
    [
        "Ekonomi", "Inköp", "Försäljning norr", "Försäljning syd", "Kundtjänst", "IT", "Personal", "Lager och utleverans", "Produktion 1", "Produktion 2",
        "Forskning och utveckling", "Marknad", "Juridik", "Fastighet", "Ledning", "Kvalitet", "Projektkontoret", "Service Göteborg", "Service Malmö", "Reception",
    ];

    public static readonly OrganisationId Organisation = new(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a02"));

    public static IEnumerable<User> Of(int people)
    {
        var random = new Random(Seed);
        for (var i = 0; i < people; i++)
        {
            var number = Number($"+468465{i % 100_000:D5}");
            yield return new User(
                new UserId(new Guid(i + 1, 0, 0, new byte[8])),
                Organisation,
                $"{Common(FirstNames, random)} {Common(LastNames, random)}",
                i % 5 == 0 ? [number, Number(string.Create(CultureInfo.InvariantCulture, $"+4670174{i / 5 % 10_000:D4}"))] : [number],
                Language.Swedish,
                CallHandling.Always(DefaultProfiles.All[0]) with { Profiles = DefaultProfiles.All })
            {
                Department = Departments[random.Next(Departments.Length)],
            };
        }
    }

    /// <summary>The first are several times as common as the last.</summary>
    private static string Common(string[] names, Random random) => names[(int)(names.Length * Math.Pow(random.NextDouble(), 1.7))];

    private static PhoneNumber Number(string e164) => PhoneNumber.ParseE164(e164).Value;
}
