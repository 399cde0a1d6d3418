using System.Globalization;
using Koppla.Routing.Destinations;

namespace Koppla.Functions.Destinations;

/// <summary>An organisation's policy of external forwards as stored: who, whether to confirm, minutes, calls of a user and of all, with commas.</summary>
internal static class StoredExternalForwards
{
    private const string Confirm = "confirm";

    public static string TextOf(ExternalForwardPolicy policy) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Names.Kebab(policy.SetBy)},{(policy.ConfirmFirst ? Confirm : "")},{policy.CoolDownMinutes},{policy.PerUserPerHour},{policy.PerOrganisationPerHour}");

    /// <summary>Null: it is not as we write it.</summary>
    public static ExternalForwardPolicy? Read(string text) =>
        text.Split(',') is [var setBy, ("" or Confirm) and var confirm, var minutes, var user, var organisation]
        && Names.Parse<ForwardSetters>(setBy) is { } setters
        && WholeOf(minutes) is { } coolDown && WholeOf(user) is { } perUser && WholeOf(organisation) is { } perOrganisation
            ? new ExternalForwardPolicy(setters, confirm == Confirm, coolDown, perUser, perOrganisation)
            : null;

    private static int? WholeOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
