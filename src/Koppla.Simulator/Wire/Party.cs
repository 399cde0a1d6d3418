using System.Text.Json.Serialization;

namespace Koppla.Simulator.Wire;

/// <summary>A communication identifier, known by its raw id: <c>4:+46...</c>, <c>8:acs:...</c> and so on.</summary>
[JsonConverter(typeof(PartyConverter))]
internal sealed record Party(string RawId)
{
    public static Party Anonymous { get; } = new("4:anonymous");

    /// <summary>From an E.164 number or a raw id; null is a withheld number.</summary>
    public static Party From(string? numberOrRawId) => numberOrRawId switch
    {
        null or "" => Anonymous,
        _ when numberOrRawId.Contains(':', StringComparison.Ordinal) => new(numberOrRawId),
        _ => new("4:" + numberOrRawId),
    };

    public PartyKind Kind => RawId.Split(':', 3) switch
    {
        ["4", ..] => PartyKind.PhoneNumber,
        ["8", "acs", var id] when id.Split('_').Length == 3 => PartyKind.TeamsExtensionUser,
        ["8", "acs" or "spool" or "dod-acs" or "gcch-acs", _] => PartyKind.CommunicationUser,
        ["8", "orgid" or "dod" or "gcch" or "teamsvisitor", _] => PartyKind.MicrosoftTeamsUser,
        ["28", "orgid" or "dod" or "gcch", _] => PartyKind.MicrosoftTeamsApp,
        _ => PartyKind.Unknown,
    };

    public bool IsPhone => RawId.StartsWith("4:", StringComparison.Ordinal);

    public bool IsUser => Kind == PartyKind.CommunicationUser;

    public bool IsAnonymous => string.Equals(RawId, Anonymous.RawId, StringComparison.Ordinal);

    /// <summary>The number without an asserted id, or null when this is no telephone.</summary>
    public string? Number => IsPhone ? RawId[2..].Split('_', 2)[0] : null;

    public override string ToString() => Number ?? RawId;
}
