using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Koppla.EndToEnd.Tests.LiveUpdates;

/// <summary>A client of a user's live updates: it keeps what it was told, and comes back where it was.</summary>
internal sealed class EventStream(HttpClient client) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private HttpResponseMessage? response;
    private IAsyncEnumerator<SseItem<string>>? items;

    /// <summary>Every event in all, heartbeats left out: the states of the call and of its transfer, and why it failed.</summary>
    public List<string> Told { get; } = [];

    private string? LastEventId { get; set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Connects, or connects again, and waits until the server has begun to answer.</summary>
    /// <param name="instance">Another instance than the client's own.</param>
    public async Task ConnectAsync(Uri? instance = null)
    {
        await DropAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Get, instance is null ? new Uri("users/me/events", UriKind.Relative) : new Uri(instance, "/api/v1/users/me/events"));
        if (LastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", LastEventId);
        }

        response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        items = SseParser.Create(await response.Content.ReadAsStreamAsync(Cancellation)).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);
    }

    public async Task DropAsync()
    {
        response?.Dispose();
        if (items is not null)
        {
            await items.DisposeAsync();
        }

        (response, items) = (null, null);
    }

    /// <summary>Reads until this is told; what is told after it stays unread.</summary>
    public async Task HearsAsync(string told)
    {
        while (await NextAsync() is { } next)
        {
            if (next == told)
            {
                return;
            }
        }

        Assert.Fail($"The stream ended without {told}: {string.Join(", ", Told)}");
    }

    /// <summary>Reads to the end of the stream, however it ends.</summary>
    public async Task EndsAsync()
    {
        try
        {
            while (await NextAsync() is not null)
            {
            }
        }
        catch (IOException)
        {
            // The app was killed.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        client.Dispose();
    }

    /// <returns>Null at the end.</returns>
    private async Task<string?> NextAsync()
    {
        while (await MoveAsync())
        {
            var item = items!.Current;
            LastEventId = item.EventId ?? LastEventId;
            if (item.EventType != "ping")
            {
                Told.Add(Text(item));
                return Told[^1];
            }
        }

        return null;
    }

    private async Task<bool> MoveAsync()
    {
        try
        {
            return await items!.MoveNextAsync().AsTask().WaitAsync(Patience, Cancellation);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Nothing more is told after {string.Join(", ", Told)}");
            throw;
        }
    }

    private static string Text(SseItem<string> item)
    {
        var body = JsonDocument.Parse(item.Data).RootElement;
        if (item.EventType != "call")
        {
            return item.EventType;
        }

        var transfer = body.TryGetProperty("transfer", out var found) ? found : default(JsonElement?);
        string?[] words = [Word(body, "state"), Word(transfer, "state"), Word(transfer, "reason")];
        return string.Join(' ', words.OfType<string>());
    }

    private static string? Word(JsonElement? body, string name) =>
        body is { } there && there.TryGetProperty(name, out var word) ? word.GetString() : null;
}
