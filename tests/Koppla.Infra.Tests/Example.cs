namespace Koppla.Infra.Tests;

/// <summary>Where and for whom the tests deploy.</summary>
internal static class Example
{
    public const string Tenant = "5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a01";
    public const string Subscription = "5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a02";
    public const string ApiClient = "5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a03";

    /// <summary>What the parameter files read: azd deploys the same as <c>main.dev</c>, so that the subscription can be held against it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Environment = new Dictionary<string, string>
    {
        ["AZURE_ENV_NAME"] = "koppla-dev",
        ["AZURE_LOCATION"] = "swedencentral",
        ["KOPPLA_API_CLIENT_ID"] = ApiClient,
        ["KOPPLA_NUMBERS"] = "+468465004,+467017406",
        ["KOPPLA_FALLBACK_RULES"] = """[{"prefix":"+46846500400","destination":"+46313900699"}]""",
        ["KOPPLA_ALERT_EMAILS"] = "calls@koppla.example",
    };

    public static IReadOnlyDictionary<string, string> EnvironmentWith(string name, string value) =>
        new Dictionary<string, string>(Environment) { [name] = value };
}
