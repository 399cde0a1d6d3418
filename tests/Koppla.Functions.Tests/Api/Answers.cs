using System.Net;
using System.Text.Json.Nodes;

namespace Koppla.Functions.Tests.Api;

/// <summary>Readings of answers that fail the test when the answer is not what it should be.</summary>
internal static class Answers
{
    public static async Task<JsonObject> JsonAsync(this Task<HttpResponseMessage> pending, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await pending;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(text)!.AsObject();
    }

    public static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"{expected} is not {actual?.ToJsonString()}");

    /// <param name="pending">The request.</param>
    /// <param name="status">The HTTP status, of the answer and in the document.</param>
    /// <param name="name">The end of the document's type.</param>
    /// <param name="field">The one member or parameter that it names; null when it names none.</param>
    public static async Task<JsonObject> ProblemAsync(this Task<HttpResponseMessage> pending, int status, string name, string? field = null)
    {
        using var response = await pending;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal($"urn:koppla:problem:{name}", problem["type"]!.GetValue<string>());
        Assert.Equal(name, problem["title"]!.GetValue<string>());
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        Assert.Null(problem["exception"]);
        if (field is null)
        {
            Assert.Null(problem["errors"]);
        }
        else
        {
            var (named, reasons) = Assert.Single(problem["errors"]!.AsObject());
            Assert.Equal(field, named);
            Assert.NotEmpty(Assert.Single(reasons!.AsArray())!.GetValue<string>());
        }

        return problem;
    }

    public static async Task<string> EntityTagAsync(this Task<HttpResponseMessage> pending, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await pending;
        Assert.Equal(status, response.StatusCode);
        var tag = response.Headers.ETag;
        Assert.NotNull(tag);
        Assert.False(tag.IsWeak);
        return tag.ToString();
    }

    public static async Task<HttpStatusCode> StatusAsync(this Task<HttpResponseMessage> pending)
    {
        using var response = await pending;
        return response.StatusCode;
    }
}
