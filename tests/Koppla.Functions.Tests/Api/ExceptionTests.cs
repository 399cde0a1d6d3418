using System.Net;

namespace Koppla.Functions.Tests.Api;

public sealed class ExceptionTests(ApiFixture fixture)
{
    private const string Path = "users/me/exceptions";

    [Fact]
    public async Task Exceptions_are_replaced_and_read_in_their_order()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        Answers.AssertJson("""{"items":[]}""", await anna.Api.GetAsync(Path).JsonAsync());

        var saved = await anna.Api.PutAsync(
            Path,
            """
            {"items":[{"group":"number","number":"070-174 06 60","treatment":"vip","note":"Skolan"},{"group":"withheld","treatment":"blocked"},
            {"group":"internal","treatment":"vip"},{"group":"external","treatment":"blocked"}]}
            """).JsonAsync();

        Answers.AssertJson(
            """
            {"items":[{"group":"number","number":"+46701740660","treatment":"vip","note":"Skolan"},{"group":"withheld","treatment":"blocked"},
            {"group":"internal","treatment":"vip"},{"group":"external","treatment":"blocked"}]}
            """,
            saved);
        Answers.AssertJson(saved.ToJsonString(), await anna.Api.GetAsync(Path).JsonAsync());
        Assert.Equal(4, (await anna.HandlingAsync()).Exceptions.Length);
    }

    [Theory]
    [InlineData("""{"group":"number","treatment":"vip"}""", "exception-number-missing", "number")]
    [InlineData("""{"group":"withheld","number":"0701740660","treatment":"vip"}""", "exception-number-not-expected", "number")]
    [InlineData("""{"group":"number","number":"x","treatment":"vip"}""", "number-not-a-number", "number")]
    [InlineData("""{"group":"withheld","treatment":"vip","note":""}""", "text-not-valid", "note")]
    public async Task What_cannot_be_an_exception_is_refused(string exception, string name, string member)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        await anna.Api.PutAsync(Path, $$"""{"items":[{"group":"external","treatment":"vip"},{{exception}}]}""")
            .ProblemAsync(422, name, $"items[1].{member}");

        Assert.Empty((await anna.HandlingAsync()).Exceptions);
    }

    [Fact]
    public async Task A_user_has_two_hundred_exceptions_at_most()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Path, Body(200)).StatusAsync());
        await anna.Api.PutAsync(Path, Body(201)).ProblemAsync(422, "too-many", "items");

        static string Body(int count) =>
            $$"""{"items":[{{string.Join(',', Enumerable.Repeat("""{"group":"withheld","treatment":"blocked"}""", count))}}]}""";
    }
}
