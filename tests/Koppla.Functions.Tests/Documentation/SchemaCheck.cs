using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Koppla.Functions.Tests.Documentation;

/// <summary>Whether JSON has the members that a schema names: all that it requires, and no other.</summary>
internal static class SchemaCheck
{
    /// <returns>What is wrong; null: nothing.</returns>
    public static string? Fault(JsonNode? json, IOpenApiSchema schema, string at = "$")
    {
        if (schema.OneOf is { Count: > 0 } forms)
        {
            var faults = forms.Select(form => Fault(json, form, at)).ToArray();
            return faults.Contains(null) ? null : string.Join(" or ", faults);
        }

        if (schema.AllOf is { Count: > 0 } parts)
        {
            return Fault(json, parts[0], at);
        }

        if (schema is { Type: null, Properties: null or { Count: 0 }, Items: null, AdditionalProperties: null })
        {
            return null; // whatever it is
        }

        return json switch
        {
            JsonObject members => OfMembers(members, schema, at),
            JsonArray items when schema.Items is { } item => items.Select((each, i) => Fault(each, item, $"{at}[{i}]")).FirstOrDefault(fault => fault is not null),
            JsonArray => $"{at} is an array",
            _ => schema.Properties is { Count: > 0 } || schema.Items is not null ? $"{at} is {json?.ToJsonString() ?? "null"}" : null,
        };
    }

    private static string? OfMembers(JsonObject members, IOpenApiSchema schema, string at)
    {
        if (schema.AdditionalProperties is { } each)
        {
            return members.Select(member => Fault(member.Value, each, $"{at}.{member.Key}")).FirstOrDefault(fault => fault is not null);
        }

        if (schema.Required?.FirstOrDefault(name => !members.ContainsKey(name)) is { } missing)
        {
            return $"{at} has no {missing}";
        }

        return members
            .Select(member => schema.Properties?.TryGetValue(member.Key, out var known) == true
                ? Fault(member.Value, known, $"{at}.{member.Key}")
                : $"{at}.{member.Key} is not documented")
            .FirstOrDefault(fault => fault is not null);
    }
}
