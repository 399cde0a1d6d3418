namespace Koppla.Functions.Security;

/// <summary>The authorization policies of the API.</summary>
internal static class Policies
{
    /// <summary>Somebody of an organisation, with the role <c>Koppla.Admin</c>.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Somebody of an organisation, with the role <c>Koppla.User</c> or <c>Koppla.Admin</c>.</summary>
    public const string Member = "Member";

    public const string AdministratorRole = "Koppla.Admin";

    public const string UserRole = "Koppla.User";
}
