using System.Text.Json;

namespace Koppla.Functions.Users;

/// <summary>What was done to a user, by which part of it is different: for the audit log.</summary>
internal static class HandlingAction
{
    private const string Details = "details-changed";

    /// <summary>More than one part was changed at once.</summary>
    private const string Several = "call-handling-changed";

    /// <summary>Follows from the other parts.</summary>
    private const string Ages = "newDestinations";

    /// <param name="before">A snapshot.</param>
    /// <param name="after">Another one.</param>
    public static string Between(string before, string after)
    {
        using var one = JsonDocument.Parse(before);
        using var other = JsonDocument.Parse(after);
        var parts = Differences(one.RootElement, other.RootElement).Distinct(StringComparer.Ordinal).ToArray();
        return parts is [var only] ? only : Several;
    }

    private static IEnumerable<string> Differences(JsonElement one, JsonElement other)
    {
        foreach (var member in MembersOf(one).Union(MembersOf(other), StringComparer.Ordinal).Where(member => member != Ages))
        {
            var (before, after) = (ValueOf(one, member), ValueOf(other, member));
            if (before is { ValueKind: JsonValueKind.Object } && member == "handling")
            {
                foreach (var inner in Differences(before.Value, after!.Value))
                {
                    yield return inner;
                }
            }
            else if (before is null || after is null || !JsonElement.DeepEquals(before.Value, after.Value))
            {
                yield return ActionOf(member);
            }
        }
    }

    private static string ActionOf(string member) => member switch
    {
        "name" or "department" or "language" or "devices" => Details,
        _ => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(member)}-changed",
    };

    private static IEnumerable<string> MembersOf(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static JsonElement? ValueOf(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value : null;
}
