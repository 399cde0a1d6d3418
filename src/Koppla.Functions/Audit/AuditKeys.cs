using Koppla.Routing;

namespace Koppla.Functions.Audit;

/// <summary>How the keys of the rows of <c>audit</c> begin; the change's id follows.</summary>
internal static class AuditKeys
{
    public const string ByTime = "t:";

    public static string By(AuditedObject about) => $"o:{about}:";

    /// <param name="person">Null: Koppla itself.</param>
    public static string By(UserId? person) => $"p:{person?.ToString() ?? "koppla"}:";
}
