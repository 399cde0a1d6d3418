using System.Text.Json.Nodes;

namespace Koppla.Standins.Tests.CallAutomation;

internal static class Json
{
    public static void Equal(string expected, string? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual ?? "null")), $"expected {expected}\nactual   {actual}");

    /// <summary>As <see cref="Equal"/>, and the body carries a context that nobody gave: a GUID.</summary>
    public static void EqualWithFreshContext(string expected, string? actual)
    {
        var body = JsonNode.Parse(actual ?? "null")!.AsObject();
        Assert.True(Guid.TryParse(body["operationContext"]?.GetValue<string>(), out _), $"no GUID in {actual}");
        body.Remove("operationContext");
        Equal(expected, body.ToJsonString());
    }
}
