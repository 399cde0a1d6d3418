namespace Koppla.Functions.Security;

/// <summary>The authorization policies of the API.</summary>
internal static class Policies
{
    /// <summary>Somebody of an organisation, with the role <c>Koppla.Admin</c>.</summary>
    public const string Administrator = "Administrator";

    public const string AdministratorRole = "Koppla.Admin";
}
