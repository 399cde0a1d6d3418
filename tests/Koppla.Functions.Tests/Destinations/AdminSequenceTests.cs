using System.Text;
using CsCheck;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Tests.Api;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Koppla.Functions.Tests.Destinations;

/// <summary>
/// Whatever an administrator asks for, in whatever order, and whatever of it is taken: no call goes to a number outside that the policy
/// which was said last does not let it go to, and none to where no call may go.
/// </summary>
public sealed class AdminSequenceTests(ApiFixture fixture)
{
    private const int Sequences = 12;

    /// <summary>Some that may be allowed, and some that never are.</summary>
    private static readonly string[] Wished =
    [
        "070-174 06 60", "+47 22 12 34 56", "+45 32 12 34 56", "0900-123 45 67", "0939-123 45 67", "+881 6 1234 5678", "075-123 45 67", "112", "078-123 456", "own",
    ];

    private static readonly string[] Countries = ["\"SE\"", "\"SE\",\"NO\"", "\"SE\",\"DK\"", "\"NO\""];

    private static readonly string[] Setters = ["everyone", "administrators", "nobody"];

    private static readonly Gen<(int Kind, int Wish, int Policy)[]> Steps =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, Wished.Length - 1], Gen.Int[0, (Countries.Length * Setters.Length) - 1]).Array[8, 20];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_sequence_of_changes_yields_a_call_outside_the_rules()
    {
        var sent = 0;
        await Steps.SampleAsync(
            async steps => Interlocked.Add(ref sent, await TakeAsync(steps)), iter: Sequences, threads: 2);

        Assert.True(sent > 0, "No call was sent anywhere, and nothing was shown.");
    }

    /// <returns>How many calls were sent to numbers outside.</returns>
    private async Task<int> TakeAsync((int Kind, int Wish, int Policy)[] steps)
    {
        var sent = 0;
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var reserved = await tenant.ReservedAsync();
        var policy = (Countries: AllowedCountries.Default, MayForward: true);
        foreach (var (kind, wish, said) in steps)
        {
            if (kind == 0)
            {
                policy = await SayAsync(tenant, Countries[said % Countries.Length], Setters[said / Countries.Length]);
            }
            else
            {
                await AskAsync(tenant, anna, reserved, kind, Wished[wish]);
            }

            foreach (var called in new[] { reserved, anna.Fixed, anna.Mobile })
            {
                foreach (var lines in new[] { LineStates.Empty, LineStates.Empty.With(called, LineState.Busy) })
                {
                    sent += AssertAllowed(await DecideAsync(called, lines), policy.Countries, policy.MayForward);
                }
            }
        }

        return sent;
    }

    private static async Task<(AllowedCountries Countries, bool MayForward)> SayAsync(Tenant tenant, string countries, string setBy)
    {
        await tenant.PutAsync(
            "organisation/destination-policy", $$$"""{"countries":[{{{countries}}}],"externalForwards":{"setBy":"{{{setBy}}}"}}""").JsonAsync();
        return (AllowedCountries.Of(countries.Split(',').Select(each => each.Trim('"'))).Value, setBy != "nobody");
    }

    /// <summary>What is refused is refused; that it is no failure of ours is all that is asked here.</summary>
    private static async Task AskAsync(Tenant tenant, TenantUser anna, PhoneNumber reserved, int kind, string wish)
    {
        var number = wish == "own" ? anna.Fixed.E164 : wish;
        var user = $"users/{anna.Id}";
        var profile = $"{user}/profiles/{DefaultProfiles.All[0].Id}";
        var forward = $$$"""{"action":"forward","forwardTo":{"number":"{{{number}}}"}}""";
        var onBusy = $$$$"""{"action":"ring","onBusy":{"action":"forward","to":{"number":"{{{{number}}}}"}}}""";
        var action = $$"""{"step":"number","number":"{{number}}"}""";
        using var response = kind switch
        {
            1 => await tenant.PutAsync(Tenant.Forwarding(reserved), $$"""{"destination":"{{number}}"}"""),
            2 => await tenant.PutAsync(profile, TenantUser.Profile(forward)),
            3 => await tenant.PutAsync(profile, TenantUser.Profile(onBusy, onBusy)),
            4 => await tenant.PutAsync(user, $$$"""{"name":"Anna Berg","devices":[{"kind":"telephone","number":"{{{number}}}"}]}"""),
            5 => await tenant.SendAsync(HttpMethod.Post, "numbers/import", Csv($"number,destination\n{reserved.E164},{number}\n")),
            _ => await tenant.PutAsync("organisation/transfer-policy", $$"""{"onBusy":{{action}}}"""),
        };
        Assert.True((int)response.StatusCode < 500, $"{kind} {wish}: {response.StatusCode}");
    }

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    private async Task<Decision> DecideAsync(PhoneNumber called, LineStates lines)
    {
        var call = new Call(called, Numbers.Caller, SystemClock.Instance.GetCurrentInstant(), Trail.Empty) { Lines = lines };
        return (await fixture.Host.Services.GetRequiredService<CallRouter>().DecideAsync(call, Cancellation)).Decision;
    }

    /// <returns>How many calls are forwarded: 1 or 0.</returns>
    private static int AssertAllowed(Decision decision, AllowedCountries countries, bool mayForward)
    {
        PhoneNumber[] rung = decision switch
        {
            Forward forward => [forward.Destination],
            Ring ring => [.. ring.Devices.OfType<TelephoneDevice>().Select(telephone => telephone.Number)],
            _ => [],
        };
        Assert.All(rung, number => Assert.Null(DestinationPolicy.Check(number, own: null, countries)));
        Assert.True(mayForward || decision is not Forward, $"{decision}");
        return decision is Forward ? 1 : 0;
    }
}
