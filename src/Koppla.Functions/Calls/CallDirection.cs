namespace Koppla.Functions.Calls;

/// <summary>The names of the two ways that a call goes.</summary>
internal static class CallDirection
{
    public static string Of(bool isPlaced) => isPlaced ? "outgoing" : "incoming";
}
