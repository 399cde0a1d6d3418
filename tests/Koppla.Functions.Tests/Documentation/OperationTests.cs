using System.Net;
using System.Text;
using Koppla.Functions.Security;
using Koppla.Functions.Tests.Api;

namespace Koppla.Functions.Tests.Documentation;

/// <summary>What is the same for every operation of the document: a new one is tested here without a hand.</summary>
public sealed class OperationTests(Stage stage) : IClassFixture<Stage>
{
    private const string NoVersion = "\"bm8=\"";

    public static TheoryData<string> All => Where(_ => true);

    public static TheoryData<string> OfAdministrators => Where(each => each.Described.Description!.StartsWith("For administrators", StringComparison.Ordinal));

    public static TheoryData<string> WithBody => Where(each => each.HasBody);

    public static TheoryData<string> WithKey => Where(each => each.Reads("Idempotency-Key"));

    public static TheoryData<string> WithDryRun => Where(each => each.Reads("dryRun"));

    public static TheoryData<string> WithVersion => Where(each => each.Answers(412));

    public static TheoryData<string> Contended => Where(each => each.Problems(409).Contains("changed-meanwhile"));

    public static TheoryData<string> WithThings => Where(each => each.Path.Contains('{', StringComparison.Ordinal));

    public static TheoryData<string> NeedingStorage => Where(each => each.Answers(503));

    public static TheoryData<string, string> Bodies => new(
        from operation in KeptDocument.Operations
        from type in operation.BodyTypes
        select (operation.Id, type));

    public static TheoryData<string, string> QueryParameters => new(
        from operation in KeptDocument.Operations
        from parameter in operation.Query
        select (operation.Id, parameter.Name!));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Without_a_token_nobody_gets_anything(string id)
    {
        using var response = await stage.SendAsync(stage.Bare(Of(id)));

        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        await Task.FromResult(response).ProblemAsync(401, "unauthorized");
    }

    [Theory]
    [MemberData(nameof(All))]
    public Task Without_a_role_neither(string id) =>
        stage.SendAsync(stage.Request(Of(id), roles: "Koppla.Other")).ProblemAsync(403, "forbidden");

    [Theory]
    [MemberData(nameof(OfAdministrators))]
    public Task What_is_for_administrators_is_not_for_others(string id) =>
        stage.SendAsync(stage.Request(Of(id), roles: Policies.UserRole)).ProblemAsync(403, "forbidden");

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_body_is_JSON_that_is_small_enough_and_as_documented(string id)
    {
        var operation = Of(id);

        await SendAsync(operation, new StringContent("x", Encoding.UTF8, "text/plain")).ProblemAsync(415, "body-not-json");
        await SendAsync(operation, Json("""{"nobodyKnowsThis":1}""")).ProblemAsync(400, "body-not-valid", "nobodyKnowsThis");
        var limit = operation.MaxBodyBytes;
        var refused = await SendAsync(operation, Json(operation.Example.PadRight(limit + 1))).ProblemAsync(413, "payload-too-large");
        Assert.Contains($" {limit} ", refused["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithKey))]
    public async Task A_key_is_text_that_can_be_seen(string id)
    {
        var request = stage.Request(Of(id));
        request.Headers.Add("Idempotency-Key", new string('k', 65));

        await stage.SendAsync(request).ProblemAsync(400, "idempotency-key-not-valid", "Idempotency-Key");
    }

    [Theory]
    [MemberData(nameof(QueryParameters))]
    public Task A_parameter_that_is_not_as_documented_is_named(string id, string parameter) =>
        stage.SendAsync(stage.Request(Of(id), $"{parameter}=!")).ProblemAsync(400, "parameter-not-valid", parameter);

    [Theory]
    [MemberData(nameof(WithDryRun))]
    public async Task A_change_can_be_tried_with_the_example_of_the_document(string id)
    {
        using var response = await stage.SendAsync(stage.Request(Of(id), "dryRun=true"));

        Assert.True(
            response.StatusCode == HttpStatusCode.OK,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_may_have_every_form_that_is_documented(string id, string type)
    {
        var operation = Of(id);
        var request = stage.Request(operation, operation.Reads("dryRun") ? "dryRun=true" : "");
        request.Content = new StringContent(operation.ExampleAs(type), Encoding.UTF8, type);

        using var response = await stage.SendAsync(request);

        Assert.NotEqual(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.NotEqual(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(WithVersion))]
    public async Task A_change_of_another_version_is_refused(string id)
    {
        var request = stage.Request(Of(id));
        request.Headers.TryAddWithoutValidation("If-Match", NoVersion);

        await stage.SendAsync(request).ProblemAsync(412, "version-changed");
    }

    [Theory]
    [MemberData(nameof(Contended))]
    public Task A_change_that_others_come_before_again_and_again_is_given_up(string id) =>
        stage.SendAsync(stage.Request(Of(id)), stage.Contended).ProblemAsync(409, "changed-meanwhile");

    [Theory]
    [MemberData(nameof(WithThings))]
    public async Task What_is_not_there_is_not_found(string id)
    {
        using var response = await stage.SendAsync(stage.Request(Of(id), names: stage.Unknown));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Who_asks_too_much_is_told_when_to_come_back(string id)
    {
        var person = Guid.NewGuid();
        using var first = await stage.SendAsync(stage.Request(Of("listOngoingCalls"), person: person), stage.Narrow);
        using var second = await stage.SendAsync(stage.Request(Of(id), person: person), stage.Narrow);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await Task.FromResult(second).ProblemAsync(429, "too-many-requests");
    }

    [Theory]
    [MemberData(nameof(NeedingStorage))]
    public async Task Without_storage_it_says_so_and_when_to_try_again(string id)
    {
        using var response = await stage.SendAsync(stage.Request(Of(id)), stage.WithoutStorage);

        Assert.Equal("5", response.Headers.RetryAfter?.ToString());
        await Task.FromResult(response).ProblemAsync(503, "storage-unavailable");
    }

    private Task<HttpResponseMessage> SendAsync(Operation operation, HttpContent content)
    {
        var request = stage.Request(operation);
        request.Content = content;
        request.Headers.ExpectContinue = true; // or the server may hang up while a body is sent that it has refused
        return stage.SendAsync(request);
    }

    private static ByteArrayContent Json(string text) => Tenant.Json(Encoding.UTF8.GetBytes(text));

    private static Operation Of(string id) => KeptDocument.Operations.Single(operation => operation.Id == id);

    private static TheoryData<string> Where(Func<Operation, bool> which) => new(KeptDocument.Operations.Where(which).Select(each => each.Id));
}
