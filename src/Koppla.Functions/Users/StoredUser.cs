using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using NodaTime.Text;

namespace Koppla.Functions.Users;

/// <summary>Readings of the texts in a user's document: what is not as we write it is corrupt.</summary>
internal static class StoredUser
{
    public const string Table = "users";
    public const string Document = "Handling";

    public static PhoneNumber Number(string e164) => StoredNumber.Read(Table, Document, e164);

    public static ProfileId Profile(string id) => Or(ProfileId.Parse(id));

    public static T Enumerated<T>(string name)
        where T : struct, Enum => Names.Parse<T>(name) ?? throw Corrupt(name);

    public static Destination? DestinationOrNull(string? text) => text switch
    {
        null => null,
        ['+', ..] => Destination.Of(Number(text)),
        _ => Destination.Of(Or(UserId.Parse(text))),
    };

    public static string? TextOf(Destination? destination) => destination switch
    {
        NumberDestination number => number.Number.E164,
        ColleagueDestination colleague => colleague.User.ToString(),
        _ => null,
    };

    public static T Parsed<T>(IPattern<T> pattern, string text)
    {
        var result = pattern.Parse(text);
        return result.Success ? result.Value : throw Corrupt(text);
    }

    public static CorruptEntityException Corrupt(string detail) => new(Table, Document, detail);

    private static T Or<T>(Outcome<T> outcome)
        where T : notnull => outcome.IsOk ? outcome.Value : throw Corrupt(outcome.Refusal.Name);
}
