using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Tests.Api;

/// <summary>Bodies that are not what is asked for: told so by name, and nothing is changed.</summary>
public sealed class BodyTests(ApiFixture fixture)
{
    [Theory]
    [InlineData("""{"destination":"0701740660","tenantId":"1"}""", "tenantId")]
    [InlineData("""{"destination":"0701740660","ETag":"1"}""", "ETag")]
    [InlineData("""{"Destination":"0701740660"}""", "Destination")]
    [InlineData("""{"destination":"0701740660","destination":"0701740661"}""", "destination")]
    [InlineData("""{"destination":"0701740660","enabled":true,"enabled":false}""", "enabled")]
    [InlineData("""{"destination":46701740660}""", "destination")]
    [InlineData("""{"destination":true}""", "destination")]
    [InlineData("""{"destination":["0701740660"]}""", "destination")]
    [InlineData("""{"destination":{"number":"0701740660"}}""", "destination")]
    [InlineData("""{"destination":"0701740660","enabled":"true"}""", "enabled")]
    [InlineData("""{"destination":"0701740660","enabled":1}""", "enabled")]
    [InlineData("""{"destination":"0701740660","enabled":null}""", "enabled")]
    [InlineData("""{"destination":"0701740660","enabled":[]}""", "enabled")]
    [InlineData("""{"destination":"\ud800"}""", "destination")]
    public Task A_member_that_is_wrong_is_named(string body, string field) => RefusedAsync(Encoding.UTF8.GetBytes(body), field);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"0701740660\"")]
    [InlineData("{")]
    [InlineData("""[{"destination":"0701740660"}]""")]
    [InlineData("""{"destination":"0701740660"} {}""")]
    [InlineData("""{"destination":"0701740660"} x""")]
    [InlineData("""{"destination":"0701740660"},""")]
    [InlineData("""{'destination':'0701740660'}""")]
    [InlineData("destination=0701740660")]
    public Task A_body_that_is_no_such_object_is_refused(string body) => RefusedAsync(Encoding.UTF8.GetBytes(body), null);

    [Fact]
    public Task Bytes_that_are_no_UTF8_are_refused() =>
        RefusedAsync([.. "{\"destination\":\""u8, 0xC3, 0x28, .. "\"}"u8], "destination");

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);
        var deep = $$"""{"destination":{{new string('[', 5_000)}}{{new string(']', 5_000)}}}""";

        using var response = await tenant.PutAsync(Tenant.Forwarding(number), deep);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task A_body_of_another_type_is_refused(string? type)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Tenant.To(Numbers.OtherOutside)));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        await tenant.PutAsync(Tenant.Forwarding(number), content).ProblemAsync(415, "body-not-json");

        await AssertUnchangedAsync(number);
    }

    [Fact]
    public async Task A_change_without_a_body_is_refused()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);

        await tenant.PutAsync(Tenant.Forwarding(number), (HttpContent?)null).ProblemAsync(415, "body-not-json");

        await AssertUnchangedAsync(number);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/merge-patch+json")]
    public async Task Every_JSON_type_is_taken(string type)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Tenant.To(Numbers.OtherOutside)));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        Assert.Equal(HttpStatusCode.Created, await tenant.PutAsync(Tenant.Forwarding(await tenant.ReservedAsync()), content).StatusAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_beyond_64_KiB_is_refused(bool chunked)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);
        using var request = new HttpRequestMessage(HttpMethod.Put, Tenant.Forwarding(number))
        {
            Content = Tenant.Json(Encoding.UTF8.GetBytes(Tenant.To(Numbers.OtherOutside).PadRight(65 * 1024))),
        };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await tenant.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        await AssertUnchangedAsync(number);
    }

    [Fact]
    public async Task A_body_of_64_KiB_is_taken()
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        var body = Tenant.To(Numbers.OtherOutside).PadRight(64 * 1024);

        Assert.Equal(HttpStatusCode.Created, await tenant.PutAsync(Tenant.Forwarding(await tenant.ReservedAsync()), body).StatusAsync());
    }

    private async Task RefusedAsync(byte[] body, string? field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);

        var problem = await tenant.PutAsync(Tenant.Forwarding(number), Tenant.Json(body)).ProblemAsync(400, "body-not-valid", field);

        Assert.DoesNotContain("Koppla.", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("System.", problem.ToJsonString(), StringComparison.Ordinal);
        await AssertUnchangedAsync(number);
    }

    private async Task AssertUnchangedAsync(Routing.Numbers.PhoneNumber number)
    {
        var stored = await fixture.Stores.Numbers.ReadAsync(number, TestContext.Current.CancellationToken);
        Assert.Equal(new Forwarding(Numbers.Outside, true), Assert.IsType<ReservedNumber>(stored?.Value).Forwarding);
    }
}
