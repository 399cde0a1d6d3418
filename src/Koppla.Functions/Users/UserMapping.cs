using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.Storage;
using Koppla.Functions.Transfers;
using Koppla.Functions.Users.Documents;
using Koppla.Routing;
using Koppla.Routing.Callers;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using NodaTime.Text;

namespace Koppla.Functions.Users;

/// <summary>Between a user and its entity.</summary>
internal static class UserMapping
{
    private const string Name = "Name";
    private const string Department = "Department";
    private const string Listing = "Listing";
    private const string Keys = "Keys";

    /// <summary>The longest document that is saved, in characters; a property of storage holds no more than 32,767.</summary>
    public const int MaxJsonLength = 30_000;

    private static readonly string[] Properties = [Name, Department, StoredUser.Document];

    /// <param name="change">The id of the change that makes it so; null: none does.</param>
    public static TableEntity ToEntity(User user, string listing, ImmutableArray<RecentKey> keys, string? change)
    {
        var entity = ToEntity(user);
        entity[Listing] = listing;
        entity[Keys] = keys.IsEmpty ? null : JsonSerializer.Serialize([.. keys], UserJson.Default.RecentKeyArray);
        entity[CarriedChange.Property] = change;
        return entity;
    }

    /// <summary>For the audit log.</summary>
    public static string SnapshotOf(User user) => Snapshot.Of(ToEntity(user), Properties);

    public static User FromSnapshot(OrganisationId organisation, UserId id, string snapshot) =>
        FromEntity(organisation, id, Snapshot.ToEntity(snapshot, organisation.ToString(), id.ToString()));

    public static FoundUser FoundOf(OrganisationId organisation, UserId id, TableEntity entity) => new(
        FromEntity(organisation, id, entity),
        entity.ETag,
        entity.TextOrNull(Listing),
        KeysOf(entity),
        entity.TextOrNull(CarriedChange.Property));

    private static TableEntity ToEntity(User user) => new(user.Organisation.ToString(), user.Id.ToString())
    {
        [Name] = user.Name,
        [Department] = user.Department,
        [StoredUser.Document] = JsonOf(user),
    };

    private static ImmutableArray<RecentKey> KeysOf(TableEntity entity)
    {
        if (entity.TextOrNull(Keys) is not { } json)
        {
            return [];
        }

        try
        {
            return [.. JsonSerializer.Deserialize(json, UserJson.Default.RecentKeyArray) ?? []];
        }
        catch (JsonException)
        {
            throw new CorruptEntityException(StoredUser.Table, Keys);
        }
    }

    /// <summary>The stored document.</summary>
    public static string JsonOf(User user) => JsonSerializer.Serialize(ToDocument(user), UserJson.Default.UserDocument);

    public static User FromEntity(OrganisationId organisation, UserId id, TableEntity entity)
    {
        var document = ReadDocument(entity);
        return new User(
            id,
            organisation,
            entity.Text(StoredUser.Table, Name),
            [.. document.Numbers.Select(StoredUser.Number)],
            StoredUser.Enumerated<Language>(document.Language),
            HandlingOf(document))
        {
            Department = entity.TextOrNull(Department),
        };
    }

    private static UserDocument ReadDocument(TableEntity entity)
    {
        try
        {
            return JsonSerializer.Deserialize(entity.Text(StoredUser.Table, StoredUser.Document), UserJson.Default.UserDocument)
                ?? throw StoredUser.Corrupt("null");
        }
        catch (JsonException)
        {
            throw StoredUser.Corrupt("json");
        }
    }

    private static UserDocument ToDocument(User user) => new()
    {
        Numbers = [.. user.Numbers.Select(number => number.E164)],
        Language = Names.Kebab(user.Language),
        Profiles = [.. user.Handling.Profiles.Select(ProfileMapping.ToDocument)],
        DefaultProfile = user.Handling.DefaultProfile.Value,
        Activation = ScheduleMapping.ToDocument(user.Handling.Activation),
        Schedule = ScheduleMapping.ToDocument(user.Handling.Schedule),
        Exceptions = user.Handling.Exceptions.IsEmpty ? null : [.. user.Handling.Exceptions.Select(ToDocument)],
        TransferPolicy = user.Handling.TransferPolicy is { } policy ? StoredTransferPolicy.ToTexts(policy) : null,
        NewDestinations = user.Handling.NewDestinations.IsEmpty
            ? null
            : user.Handling.NewDestinations.ToDictionary(each => each.Number.E164, each => InstantPattern.ExtendedIso.Format(each.Since), StringComparer.Ordinal),
        Devices = [.. user.Handling.Devices.Select(RawIdOf)],
    };

    private static CallHandling HandlingOf(UserDocument document) => document.Profiles is []
        ? throw StoredUser.Corrupt("profiles")
        : new CallHandling(
            [.. document.Profiles.Select(ProfileMapping.FromDocument)],
            StoredUser.Profile(document.DefaultProfile),
            ScheduleMapping.FromDocument(document.Activation),
            ScheduleMapping.FromDocument(document.Schedule),
            [.. (document.Exceptions ?? []).Select(FromDocument)],
            [.. document.Devices.Select(DeviceOf)])
        {
            TransferPolicy = document.TransferPolicy is { } policy
                ? StoredTransferPolicy.Read(policy) ?? throw StoredUser.Corrupt("transferPolicy")
                : null,
            NewDestinations =
            [
                .. (document.NewDestinations ?? [])
                    .Select(each => new NewDestination(StoredUser.Number(each.Key), StoredUser.Parsed(InstantPattern.ExtendedIso, each.Value))),
            ],
        };

    private static ExceptionDocument ToDocument(CallerException exception) => new()
    {
        Group = Names.Kebab(exception.Group),
        Number = exception.Number?.E164,
        Treatment = Names.Kebab(exception.Treatment),
        Note = exception.Note,
    };

    private static CallerException FromDocument(ExceptionDocument document) => new(
        StoredUser.Enumerated<CallerGroup>(document.Group),
        document.Number is { } number ? StoredUser.Number(number) : null,
        StoredUser.Enumerated<CallerTreatment>(document.Treatment),
        document.Note);

    private static string RawIdOf(Device device) => device switch
    {
        AppDevice app => app.CommunicationUserId,
        TelephoneDevice telephone => $"4:{telephone.Number.E164}",
        _ => throw new ArgumentOutOfRangeException(nameof(device)),
    };

    private static Device DeviceOf(string rawId) => rawId switch
    {
        ['4', ':', .. var number] => new TelephoneDevice(StoredUser.Number(number)),
        _ => new AppDevice(rawId),
    };
}
