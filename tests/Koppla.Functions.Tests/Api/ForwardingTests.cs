using System.Net;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Tests.Api;

public sealed class ForwardingTests(ApiFixture fixture)
{
    [Fact]
    public async Task A_forwarding_is_created_read_replaced_and_removed()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync();
        var path = Tenant.Forwarding(number);
        await tenant.GetAsync(path).ProblemAsync(404, "forwarding-not-found", "number");

        using var created = await tenant.PutAsync(path, """{"destination":"070-174 06 60"}""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal($"/api/v1/{path}", created.Headers.Location?.OriginalString);
        Assert.Equal(
            """{"destination":"+46701740660","enabled":true}""",
            await created.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var replaced = await tenant.PutAsync(path, Tenant.To(Numbers.OtherOutside)).JsonAsync();
        Assert.Equal(Numbers.OtherOutside.E164, replaced["destination"]!.GetValue<string>());
        Assert.Equal(replaced.ToJsonString(), (await tenant.GetAsync(path).JsonAsync()).ToJsonString());
        Assert.Equal(Numbers.OtherOutside.E164, await ListedDestinationAsync(tenant));

        Assert.Equal(HttpStatusCode.NoContent, await tenant.DeleteAsync(path).StatusAsync());
        await tenant.GetAsync(path).ProblemAsync(404, "forwarding-not-found", "number");
        await tenant.DeleteAsync(path).ProblemAsync(404, "forwarding-not-found", "number");
        Assert.Null(await ListedDestinationAsync(tenant));
    }

    [Fact]
    public async Task A_forwarding_that_is_switched_off_keeps_its_destination()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);

        var off = await tenant.PutAsync(Tenant.Forwarding(number), $$"""{"destination":"{{Numbers.Outside.E164}}","enabled":false}""").JsonAsync();

        Assert.False(off["enabled"]!.GetValue<bool>());
        Assert.Equal(new Forwarding(Numbers.Outside, false), await StoredAsync(number));
    }

    [Fact]
    public async Task The_location_of_what_was_created_can_be_followed()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync();
        using var created = await tenant.PutAsync($"numbers/08-{number.E164[4..]}/forwarding", Tenant.To(Numbers.Outside));

        Assert.Equal(HttpStatusCode.OK, await tenant.GetAsync(created.Headers.Location!.OriginalString).StatusAsync());
    }

    [Fact]
    public async Task An_entity_tag_goes_round_from_every_answer_to_the_next_change()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync();
        var path = Tenant.Forwarding(number);
        var fromNumber = await tenant.GetAsync($"numbers/{number.E164}").EntityTagAsync();

        var fromCreate = await tenant.PutAsync(path, Tenant.To(Numbers.Outside), fromNumber).EntityTagAsync(HttpStatusCode.Created);
        Assert.Equal(fromCreate, await tenant.GetAsync(path).EntityTagAsync());
        var fromReplace = await tenant.PutAsync(path, Tenant.To(Numbers.OtherOutside), fromCreate).EntityTagAsync();

        Assert.NotEqual(fromCreate, fromReplace);
        Assert.Equal(HttpStatusCode.NoContent, await tenant.DeleteAsync(path, fromReplace).StatusAsync());
    }

    [Theory]
    [InlineData("{0}", false)]
    [InlineData("W/{1}", false)]
    [InlineData("\"\"", false)]
    [InlineData("\"x\"", false)]
    [InlineData("x", false)]
    [InlineData("\"unfinished", false)]
    [InlineData("", false)]
    [InlineData("{1}", true)]
    [InlineData("*", true)]
    [InlineData("\"x\", {1}", true)]
    public async Task A_change_is_made_only_to_a_version_that_the_request_names(string ifMatch, bool allowed)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync();
        var path = Tenant.Forwarding(number);
        var stale = await tenant.PutAsync(path, Tenant.To(Numbers.Outside)).EntityTagAsync(HttpStatusCode.Created);
        var current = await tenant.PutAsync(path, Tenant.To(Numbers.Outside)).EntityTagAsync();
        ifMatch = string.Format(ifMatch, stale, current);

        if (allowed)
        {
            Assert.Equal(HttpStatusCode.OK, await tenant.PutAsync(path, Tenant.To(Numbers.OtherOutside), ifMatch).StatusAsync());
        }
        else
        {
            await tenant.PutAsync(path, Tenant.To(Numbers.OtherOutside), ifMatch).ProblemAsync(412, "version-changed");
            await tenant.DeleteAsync(path, ifMatch).ProblemAsync(412, "version-changed");
        }

        Assert.Equal(allowed ? Numbers.OtherOutside : Numbers.Outside, (await StoredAsync(number))!.Destination);
    }

    [Fact]
    public async Task If_None_Match_creates_and_never_replaces()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var path = Tenant.Forwarding(await tenant.ReservedAsync());

        Assert.Equal(HttpStatusCode.Created, await CreateAsync().StatusAsync());
        await CreateAsync().ProblemAsync(412, "version-changed");

        async Task<HttpResponseMessage> CreateAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, path)
            {
                Content = Tenant.Json(System.Text.Encoding.UTF8.GetBytes(Tenant.To(Numbers.Outside))),
                Headers = { { "If-None-Match", "*" } },
            };
            return await tenant.SendAsync(request);
        }
    }

    [Fact]
    public async Task Of_twenty_changes_of_one_version_exactly_one_is_made()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync();
        var path = Tenant.Forwarding(number);
        var version = await tenant.PutAsync(path, Tenant.To(Numbers.Outside)).EntityTagAsync(HttpStatusCode.Created);
        var destinations = Enumerable.Range(605, 20).Select(end => Numbers.Of($"+46701740{end}")).ToArray();

        var statuses = await Task.WhenAll(destinations.Select(to => tenant.PutAsync(path, Tenant.To(to), version).StatusAsync()));

        Assert.Equal(19, statuses.Count(status => status == HttpStatusCode.PreconditionFailed));
        var winner = destinations[Array.IndexOf(statuses, HttpStatusCode.OK)];
        Assert.Equal(winner, (await StoredAsync(number))!.Destination);
        Assert.Equal(winner.E164, await ListedDestinationAsync(tenant));
    }

    [Fact]
    public async Task Changes_without_a_condition_at_the_same_time_are_made_or_told_to_try_again()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);
        var path = Tenant.Forwarding(number);

        var statuses = await Task.WhenAll(Enumerable.Range(605, 10).Select(
            end => tenant.PutAsync(path, Tenant.To(Numbers.Of($"+46701740{end}"))).StatusAsync()));

        Assert.Contains(HttpStatusCode.OK, statuses);
        Assert.All(statuses, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{status}"));
    }

    [Fact]
    public async Task A_reserved_mobile_number_needs_a_SIM_card()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var mobile = await tenant.ReservedAsync(number: fixture.NewMobile());
        var path = Tenant.Forwarding(mobile);

        await tenant.PutAsync(path, Tenant.To(Numbers.Outside)).ProblemAsync(422, "reserved-mobile-needs-sim", "number");
        await tenant.GetAsync(path).ProblemAsync(404, "forwarding-not-found", "number");
        Assert.Null(await StoredAsync(mobile));
    }

    [Fact]
    public async Task A_number_of_a_user_is_forwarded_by_the_users_profiles()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var path = Tenant.Forwarding(await tenant.AssignedAsync());

        await tenant.PutAsync(path, Tenant.To(Numbers.Outside)).ProblemAsync(409, "number-assigned", "number");
        await tenant.GetAsync(path).ProblemAsync(409, "number-assigned", "number");
        await tenant.DeleteAsync(path).ProblemAsync(409, "number-assigned", "number");
    }

    [Fact]
    public async Task A_number_of_nobody_or_of_another_organisation_cannot_be_forwarded()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        var foreign = await other.ReservedAsync(Numbers.Outside);

        foreach (var number in new[] { fixture.NewNumber(), foreign })
        {
            var path = Tenant.Forwarding(number);
            await tenant.PutAsync(path, Tenant.To(Numbers.OtherOutside)).ProblemAsync(404, "number-not-found", "number");
            await tenant.GetAsync(path).ProblemAsync(404, "number-not-found", "number");
            await tenant.DeleteAsync(path).ProblemAsync(404, "number-not-found", "number");
        }

        Assert.Equal(new Forwarding(Numbers.Outside, true), await StoredAsync(foreign));
    }

    [Fact]
    public async Task What_is_no_number_cannot_be_forwarded()
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.PutAsync("numbers/x/forwarding", Tenant.To(Numbers.Outside)).ProblemAsync(400, "number-not-a-number", "number");
        await tenant.GetAsync("numbers/x/forwarding").ProblemAsync(400, "number-not-a-number", "number");
    }

    [Theory]
    [InlineData("", "destination-missing")]
    [InlineData("  ", "destination-missing")]
    [InlineData("reception", "number-not-a-number")]
    [InlineData("+46", "number-not-a-number")]
    [InlineData("08-465", "number-short")]
    [InlineData("112", "number-emergency")]
    [InlineData("+46112", "number-emergency")]
    [InlineData("0701740660;ext=1", "number-has-extension")]
    [InlineData("+467017406600000000", "number-too-long")]
    [InlineData("0900-123 45 67", "destination-premium")]
    [InlineData("+881 6 1234 5678", "destination-satellite")]
    [InlineData("+870 773 111 632", "destination-satellite")]
    [InlineData("0752-12 34 56", "destination-personal")]
    [InlineData("0991-234 56 78", "destination-mass-calling")]
    [InlineData("078-123 45 67", "destination-operator-specific")]
    [InlineData("077-123 45 67", "destination-shared-cost")]
    [InlineData("0740-12 34 56", "destination-pager")]
    [InlineData("+800 1234 5678", "destination-international-service")]
    [InlineData("071-123 45 67", "number-not-valid")]
    [InlineData("+979 1 2345 6789", "destination-premium")]
    [InlineData("+45 32 12 34 56", "destination-country-not-allowed")]
    [InlineData("+1 212 555 2368", "destination-country-not-allowed")]
    public async Task A_destination_that_is_not_allowed_is_told_why_and_changes_nothing(string destination, string name)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);

        foreach (var enabled in new[] { "true", "false" })
        {
            await tenant.PutAsync(Tenant.Forwarding(number), $$"""{"destination":"{{destination}}","enabled":{{enabled}}}""")
                .ProblemAsync(422, name, "destination");
        }

        Assert.Equal(new Forwarding(Numbers.Outside, true), await StoredAsync(number));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"destination":null}""")]
    [InlineData("""{"enabled":true}""")]
    public async Task A_forwarding_needs_a_destination(string body)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.PutAsync(Tenant.Forwarding(await tenant.ReservedAsync()), body).ProblemAsync(422, "destination-missing", "destination");
    }

    [Fact]
    public async Task A_number_cannot_be_forwarded_to_itself_however_it_is_spelled()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync();
        var local = number.E164[4..];

        foreach (var spelling in new[] { number.E164, $"08{local}", $"0046 8 {local}", $"+46 (0)8-{local[..3]} {local[3..]}", $"tel:{number.E164}" })
        {
            await tenant.PutAsync(Tenant.Forwarding(number), $$"""{"destination":"{{spelling}}"}""")
                .ProblemAsync(422, "destination-is-own-number", "destination");
        }
    }

    [Fact]
    public async Task A_country_that_the_organisation_allows_is_allowed()
    {
        using var tenant = await Tenant.CreateAsync(fixture, "DK", "SE");

        var status = await tenant.PutAsync(Tenant.Forwarding(await tenant.ReservedAsync()), """{"destination":"+45 32 12 34 56"}""").StatusAsync();

        Assert.Equal(HttpStatusCode.Created, status);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task A_circle_is_refused_with_its_witness_even_when_switched_off(string enabled)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var first = await tenant.ReservedAsync();
        var second = await tenant.AssignedAsync(forwardsTo: first);

        var problem = await tenant.PutAsync(Tenant.Forwarding(first), $$"""{"destination":"{{second.E164}}","enabled":{{enabled}}}""")
            .ProblemAsync(422, "forwarding-loop", "destination");

        var detail = problem["detail"]!.GetValue<string>();
        Assert.Contains(first.Display, detail, StringComparison.Ordinal);
        Assert.Contains(second.Display, detail, StringComparison.Ordinal);
        Assert.Null(await StoredAsync(first));
    }

    [Fact]
    public async Task A_chain_of_five_is_allowed_and_one_of_six_is_not()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var next = Numbers.Outside;
        for (var i = 0; i < 4; i++)
        {
            next = await tenant.ReservedAsync(next);
        }

        var fifth = await tenant.ReservedAsync();
        var sixth = await tenant.ReservedAsync();

        Assert.Equal(HttpStatusCode.Created, await tenant.PutAsync(Tenant.Forwarding(fifth), Tenant.To(next)).StatusAsync());
        await tenant.PutAsync(Tenant.Forwarding(sixth), Tenant.To(fifth)).ProblemAsync(422, "forwarding-chain-too-long", "destination");
    }

    private async Task<Forwarding?> StoredAsync(PhoneNumber number)
    {
        var stored = await fixture.Stores.Numbers.ReadAsync(number, TestContext.Current.CancellationToken);
        return Assert.IsType<ReservedNumber>(stored?.Value).Forwarding;
    }

    private static async Task<string?> ListedDestinationAsync(Tenant tenant)
    {
        var list = await tenant.GetAsync("numbers").JsonAsync();
        return Assert.Single(list["items"]!.AsArray())!["forwarding"]?["destination"]?.GetValue<string>();
    }
}
