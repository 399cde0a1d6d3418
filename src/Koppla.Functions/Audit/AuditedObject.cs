using Koppla.Routing;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Audit;

/// <summary>What a change is about: <c>organisation</c>, <c>webhook</c>, <c>user:</c> and an id, <c>number:</c> and the digits of E.164.</summary>
/// <param name="Key">The id or the digits; empty for what the organisation has one of.</param>
internal sealed record AuditedObject(AuditedKind Kind, string Key)
{
    private const string User = "user:";
    private const string Number = "number:";
    private const string OrganisationText = "organisation";
    private const string WebhookText = "webhook";

    public static readonly AuditedObject Organisation = new(AuditedKind.Organisation, string.Empty);

    public static readonly AuditedObject Webhook = new(AuditedKind.Webhook, string.Empty);

    public static AuditedObject Of(UserId user) => new(AuditedKind.User, user.ToString());

    public static AuditedObject Of(PhoneNumber number) => new(AuditedKind.Number, number.Digits);

    /// <summary>A number may be in any usual spelling. Null: it names nothing.</summary>
    public static AuditedObject? Parse(string text) => text switch
    {
        OrganisationText => Organisation,
        WebhookText => Webhook,
        _ when text.StartsWith(User, StringComparison.Ordinal) && UserId.Parse(text[User.Length..]) is { IsOk: true } user => Of(user.Value),
        _ when text.StartsWith(Number, StringComparison.Ordinal) && PhoneNumber.Parse(text[Number.Length..]) is { IsOk: true } number =>
            Of(number.Value),
        _ => null,
    };

    /// <summary>The number, when it is one.</summary>
    public PhoneNumber? AsNumber() => Kind == AuditedKind.Number ? PhoneNumber.ParseE164($"+{Key}").Value : null;

    /// <summary>The user, when it is one.</summary>
    public UserId? AsUser() => Kind == AuditedKind.User ? UserId.Parse(Key).Value : null;

    public override string ToString() => Kind switch
    {
        AuditedKind.User => User + Key,
        AuditedKind.Number => Number + Key,
        AuditedKind.Webhook => WebhookText,
        _ => OrganisationText,
    };
}
