using System.Text;
using CsCheck;
using Koppla.Functions.Security;

namespace Koppla.Functions.Tests.Api;

/// <summary>What is another organisation's looks as if it were not there, by every route, and stays as it is.</summary>
public sealed class TenancyTests(ApiFixture fixture)
{
    /// <summary>A stream never ends; whose it is comes from the token alone.</summary>
    private const string Stream = "GET /v1/users/me/events";

    /// <summary>What some spellings make of an id, whosever it is.</summary>
    private const int NotAnId = 400;

    [Theory]
    [InlineData(Policies.AdministratorRole)]
    [InlineData(Policies.UserRole)]
    public async Task Nobody_sees_or_changes_anything_of_another_organisation_by_any_route(string role)
    {
        using var victim = await Victim.CreateAsync(fixture);
        var before = await Rows.OfAsync(fixture, victim.Organisation);
        Assert.True(before.Count > 20);
        foreach (var request in ForeignRequests.All(fixture, victim).Where(request => request.Name != Stream))
        {
            await SendAsync(request, role);
        }

        Assert.Equal(before, await Rows.OfAsync(fixture, victim.Organisation));
    }

    [Fact]
    public async Task However_the_ids_are_spelled()
    {
        using var victim = await Victim.CreateAsync(fixture);
        var before = await Rows.OfAsync(fixture, victim.Organisation);
        var requests = ForeignRequests.All(fixture, victim).Where(request => request.NamesOther).ToArray();
        var spelled =
            from request in Gen.Int[0, requests.Length - 1].Select(i => requests[i])
            from letters in Gen.Int[0, 3].Array[request.Path.Length]
            select request with { Path = string.Concat(request.Path.Zip(letters, Spelled)) };

        await spelled.SampleAsync(request => SendAsync(request, Policies.AdministratorRole, NotAnId), iter: 300, threads: 2);

        Assert.Equal(before, await Rows.OfAsync(fixture, victim.Organisation));
    }

    [Fact]
    public async Task Of_the_organisations_of_one_person_the_token_says_which()
    {
        using var victim = await Victim.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        using var namesake = new ApiClient(fixture, other.Id, Guid.Parse(victim.User), Policies.UserRole);

        await namesake.GetAsync("users/me").ProblemAsync(404, "user-not-found", "user");
        await namesake.GetAsync($"users/me/calls/{victim.Call}").ProblemAsync(404, "call-not-found", "id");
        Assert.Empty((await namesake.GetAsync("users/me/calls").JsonAsync())["items"]!.AsArray());
    }

    /// <summary>As somebody of an organisation that has nothing but itself.</summary>
    private async Task SendAsync(ForeignRequest request, string role, params int[] also)
    {
        using var own = await Tenant.CreateAsync(fixture);
        using var somebody = new ApiClient(fixture, own.Id, Guid.NewGuid(), role);
        using var response = await somebody.SendAsync(request.Method, request.Path, request.Body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var told = $"{request.Name} ({request.Path}): {response.StatusCode} {text}";

        Assert.True(!text.Contains(Victim.Secret, StringComparison.OrdinalIgnoreCase), told);
        Assert.True((int)response.StatusCode < 500, told);
        if (request.NamesOther)
        {
            int[] expected = role == Policies.AdministratorRole ? [404, .. also] : [404, 403];
            Assert.True(expected.Contains((int)response.StatusCode), told);
        }
    }

    /// <summary>The same letter, in capitals, or escaped.</summary>
    private static string Spelled(char letter, int how) => how switch
    {
        1 when char.IsAsciiHexDigitLower(letter) => char.ToUpperInvariant(letter).ToString(),
        2 when letter is not ('/' or '?') => string.Concat(Encoding.UTF8.GetBytes([letter]).Select(part => $"%{part:X2}")),
        _ => letter.ToString(),
    };
}
