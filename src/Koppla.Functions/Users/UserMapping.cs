using System.Text.Json;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Users;

/// <summary>Between a user and its entity.</summary>
internal static class UserMapping
{
    private const string Table = "users";
    private const string Handling = "Handling";

    public static TableEntity ToEntity(User user) => new(user.Organisation.ToString(), user.Id.ToString())
    {
        ["Name"] = user.Name,
        [Handling] = JsonSerializer.Serialize(ToDocument(user.Handling), UserJson.Default.UserDocument),
    };

    public static User FromEntity(OrganisationId organisation, UserId id, TableEntity entity) =>
        new(id, organisation, entity.Text(Table, "Name"), FromDocument(ReadDocument(entity)));

    private static UserDocument ReadDocument(TableEntity entity)
    {
        try
        {
            return JsonSerializer.Deserialize(entity.Text(Table, Handling), UserJson.Default.UserDocument)
                ?? throw new CorruptEntityException(Table, Handling);
        }
        catch (JsonException)
        {
            throw new CorruptEntityException(Table, Handling);
        }
    }

    private static UserDocument ToDocument(CallHandling handling) => new()
    {
        Fixed = ToDocument(handling.Fixed),
        Mobile = ToDocument(handling.Mobile),
        Device = handling.Device switch
        {
            AppDevice app => app.CommunicationUserId,
            TelephoneDevice telephone => $"4:{telephone.Number.E164}",
            _ => null,
        },
    };

    private static RuleDocument ToDocument(NumberRule rule) => new()
    {
        Destination = rule.AtOnce?.Destination.E164,
        Enabled = rule.AtOnce is { Enabled: true },
    };

    private static CallHandling FromDocument(UserDocument document) => new(
        FromDocument(document.Fixed),
        FromDocument(document.Mobile),
        document.Device switch
        {
            null => null,
            ['4', ':', .. var number] => new TelephoneDevice(Number(number)),
            var user => new AppDevice(user),
        });

    private static NumberRule FromDocument(RuleDocument rule) =>
        new(rule.Destination is { } destination ? new Forwarding(Number(destination), rule.Enabled) : null);

    private static PhoneNumber Number(string e164) => StoredNumber.Read(Table, Handling, e164);
}
