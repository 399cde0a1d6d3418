namespace Koppla.Functions.Security;

/// <summary>The authentication schemes; each is also the name of its section of the configuration.</summary>
internal static class Schemes
{
    public const string Api = "Api";

    public const string EventGrid = "EventGrid";

    public const string CallEvents = "CallEvents";
}
