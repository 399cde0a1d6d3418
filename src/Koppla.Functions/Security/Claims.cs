namespace Koppla.Functions.Security;

/// <summary>The names of the claims that we read, as Entra writes them.</summary>
internal static class Claims
{
    public const string Tenant = "tid";

    public const string Person = "oid";

    public const string Roles = "roles";

    /// <summary>The application that asked for the token, version 2.0 and version 1.0.</summary>
    public static readonly string[] Application = ["azp", "appid"];
}
