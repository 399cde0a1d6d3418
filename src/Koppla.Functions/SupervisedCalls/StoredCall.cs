using Koppla.Functions.Storage;
using Koppla.Functions.Telephony;
using Koppla.Routing;
using Koppla.Routing.Numbers;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Readings and writings of the texts in a call's document: what is not as we write it is corrupt.</summary>
internal static class StoredCall
{
    public const string Table = "supervisedcalls";
    public const string Document = "State";

    private const string TelephonePrefix = "4:";
    private const string Withheld = TelephonePrefix + "anonymous";

    public static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static string? TextOrNull(Instant? instant) => instant is { } value ? Text(value) : null;

    public static Instant Instant(string text)
    {
        var parsed = InstantPattern.ExtendedIso.Parse(text);
        return parsed.Success ? parsed.Value : throw Corrupt(text);
    }

    public static Instant? InstantOrNull(string? text) => text is null ? null : Instant(text);

    public static PhoneNumber Number(string? e164) => StoredNumber.Read(Table, Document, e164 ?? "");

    public static PhoneNumber? NumberOrNull(string? e164) => e164 is null ? null : Number(e164);

    public static UserId User(string id) => UserId.Parse(id) is { IsOk: true } user ? user.Value : throw Corrupt(id);

    public static UserId? UserOrNull(string? id) => id is null ? null : User(id);

    public static T Enumerated<T>(string? name)
        where T : struct, Enum => Names.Parse<T>(name ?? "") ?? throw Corrupt(name ?? typeof(T).Name);

    public static T? EnumeratedOrNull<T>(string? name)
        where T : struct, Enum => name is null ? null : Enumerated<T>(name);

    public static string Text(CallTarget target) => target switch
    {
        CallTarget.Telephone telephone => TelephonePrefix + telephone.Number.E164,
        CallTarget.App app => app.Id,
        CallTarget.Withheld => Withheld,
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    public static CallTarget Target(string text) => text switch
    {
        Withheld => CallTarget.Withheld.Instance,
        _ when text.StartsWith(TelephonePrefix, StringComparison.Ordinal) => new CallTarget.Telephone(Number(text[TelephonePrefix.Length..])),
        _ => new CallTarget.App(text),
    };

    public static CorruptEntityException Corrupt(string detail) => new(Table, Document, detail);
}
