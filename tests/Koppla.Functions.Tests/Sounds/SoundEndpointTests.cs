using System.Net;
using System.Net.Http.Headers;
using Koppla.Functions.Sounds;
using Koppla.Functions.Tests.Api;

namespace Koppla.Functions.Tests.Sounds;

public sealed class SoundEndpointTests(ApiFixture fixture)
{
    [Fact]
    public async Task The_ringing_tone_is_open_to_everyone_and_may_be_kept()
    {
        using var response = await GetAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=86400", response.Headers.CacheControl?.ToString());
        Assert.Equal(RingingTone.Tag, response.Headers.ETag?.ToString());
        Assert.Equal(RingingTone.Wave, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task So_is_the_music_on_hold()
    {
        using var response = await GetAsync(sound: "hold.wav");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=86400", response.Headers.CacheControl?.ToString());
        Assert.Equal(HoldMusic.Tag, response.Headers.ETag?.ToString());
        Assert.Equal(HoldMusic.Wave, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_has_it_is_not_sent_it_again()
    {
        using var response = await GetAsync(request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(RingingTone.Tag)));

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_part_of_it_can_be_asked_for()
    {
        using var response = await GetAsync(request => request.Headers.Range = new RangeHeaderValue(0, 43));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(RingingTone.Wave[..44], await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task There_is_no_other_sound()
    {
        using var client = new HttpClient { BaseAddress = fixture.Host.BaseAddress };
        using var response = await client.GetAsync("api/sounds/other.wav", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(Action<HttpRequestMessage>? change = null, string sound = "ringback.wav")
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(fixture.Host.BaseAddress, "api/sounds/" + sound));
        change?.Invoke(request);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
