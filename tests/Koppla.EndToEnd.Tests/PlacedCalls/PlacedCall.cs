using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Koppla.Local.Stack;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Simulator.Calls;

namespace Koppla.EndToEnd.Tests.PlacedCalls;

/// <summary>A call that a user places over the API.</summary>
internal sealed class PlacedCall(LocalStack stack, Tenant tenant, User user) : IDisposable
{
    private readonly HttpClient client = stack.ApiClient(tenant.Id.Value, user.Id.Value, user.Name, "Koppla.User");

    /// <summary>The user's own device.</summary>
    public string App { get; } = user.App();

    public string Id { get; private set; } = "";

    public SimulatedCall Call => CallsOfApp[^1];

    /// <summary>All calls in which the own device was rung.</summary>
    public IReadOnlyList<SimulatedCall> CallsOfApp =>
        [.. stack.Simulator.Calls.All.Where(call => call.Legs.Any(leg => leg.Number == App))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task PlaceAsync(object to, string? key = null)
    {
        using var response = await PostAsync(to, key);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var placed = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Id = placed.GetProperty("id").GetString()!;
        Assert.Equal($"/api/v1/users/me/calls/{Id}", response.Headers.Location?.OriginalString);
    }

    public Task PlaceAsync(PhoneNumber to) => PlaceAsync(new { number = to.Display });

    public async Task<HttpResponseMessage> PostAsync(object to, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "calls") { Content = JsonContent.Create(new { to }) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await client.SendAsync(request, Cancellation);
    }

    public Task<JsonElement> GetAsync() => client.GetFromJsonAsync<JsonElement>($"users/me/calls/{Id}", Cancellation);

    /// <summary>Its record, when it is over and told of.</summary>
    public async Task<JsonElement> RecordAsync(string lastEvent = "CallDisconnected")
    {
        await Call.ToldAsync(lastEvent);
        var record = Assert.Single(await tenant.RecordsOfAsync(Call, Id));
        Assert.Equal(Id, record.GetProperty("id").GetString());
        Assert.Equal("outgoing", record.GetProperty("direction").GetString());
        Assert.Equal(user.Id.ToString(), record.GetProperty("placedBy").GetString());
        Assert.All(Call.Legs, leg => Assert.Equal(LegState.Ended, leg.State));
        return record;
    }

    public void Dispose() => client.Dispose();
}
