using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Koppla.EndToEnd.Tests.Api;

/// <summary>What an administrator changes is where the next call goes.</summary>
public sealed class ChangeThenCallTests(StackFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forwarding_is_made_changed_and_removed_and_calls_follow()
    {
        var (first, second) = (TestNumbers.External(), TestNumbers.External());
        var number = await fixture.Tenant.ReserveAsync(TestNumbers.Fixed());
        using var admin = fixture.Tenant.Admin();
        var url = $"numbers/{number.E164}/forwarding";

        using var made = await admin.PutAsJsonAsync(url, new { destination = first.Display }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(first.E164, (await fixture.Tenant.CallAsync(number)).Outcome?.Number);

        using var changed = await PutAsync(admin, url, new { destination = second.Display }, made.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(second.E164, (await fixture.Tenant.CallAsync(number)).Outcome?.Number);

        using var stale = await PutAsync(admin, url, new { destination = first.Display }, made.Headers.ETag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal(second.E164, (await fixture.Tenant.CallAsync(number)).Outcome?.Number);

        using var removed = await admin.DeleteAsync(url, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal("none", (await fixture.Tenant.CallAsync(number)).Outcome?.Reason);
    }

    [Fact]
    public async Task A_loop_is_refused_when_it_would_be_saved_with_the_way_it_would_go()
    {
        var (first, second) = (TestNumbers.Fixed(), TestNumbers.Fixed());
        await fixture.Tenant.ReserveAsync(first, second);
        await fixture.Tenant.ReserveAsync(second);
        using var admin = fixture.Tenant.Admin();

        using var response = await admin.PutAsJsonAsync(
            $"numbers/{second.E164}/forwarding", new { destination = first.E164 }, Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("urn:koppla:problem:forwarding-loop", problem.GetProperty("type").GetString());
        Assert.Contains(first.Display, problem.GetProperty("errors").GetProperty("destination")[0].GetString());
    }

    [Fact]
    public async Task Another_organisation_sees_neither_the_numbers_nor_the_calls()
    {
        var number = await fixture.Tenant.ReserveAsync(TestNumbers.Fixed(), TestNumbers.External());
        var call = await fixture.Tenant.CallAsync(number);
        var id = (await fixture.Tenant.RecordOfAsync(call)).GetProperty("id").GetString();
        var stranger = await Tenant.CreateAsync(fixture.Stack, fallback: null);
        using var client = stranger.Admin();

        foreach (var url in new[] { $"numbers/{number.E164}", $"numbers/{number.E164}/forwarding", $"calls/{id}" })
        {
            using var response = await client.GetAsync(url, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        var list = await client.GetFromJsonAsync<JsonElement>("numbers", Cancellation);
        Assert.Empty(list.GetProperty("items").EnumerateArray());
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string url, object body, EntityTagHeaderValue? version)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(version!);
        return client.SendAsync(request, Cancellation);
    }
}
