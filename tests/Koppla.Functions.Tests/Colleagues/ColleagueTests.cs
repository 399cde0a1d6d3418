using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Tests.SupervisedCalls;
using Koppla.Local.Example;
using Koppla.Routing;

namespace Koppla.Functions.Tests.Colleagues;

/// <summary>Colleagues as a person finds them over the API.</summary>
public sealed class ColleagueTests(ApiFixture fixture)
{
    [Theory]
    [InlineData("anna", "Anna Berg")]
    [InlineData("ANN", "Anna Berg")]
    [InlineData("be", "Anna Berg")]
    [InlineData("berg anna", "Anna Berg")]
    [InlineData("an be", "Anna Berg")]
    [InlineData("0410", "Anna Berg")]
    [InlineData("08-465 004", "Anna Berg")]
    [InlineData("+46 8 465", "Anna Berg")]
    [InlineData("0046 (0)8 465", "Anna Berg")]
    [InlineData("174", "Anna Berg")]
    [InlineData("försälj", "Anna Berg")]
    [InlineData("anna forsalj 070", "Anna Berg")]
    [InlineData("lars", "Åsa-Lars O'Brien")]
    [InlineData("obrien", "Åsa-Lars O'Brien")]
    [InlineData("o'brien asa", "Åsa-Lars O'Brien")]
    [InlineData("butik 12", "Åsa-Lars O'Brien")]
    [InlineData("anna obrien", null)]
    [InlineData("nna", null)]
    [InlineData("annaberg", null)]
    [InlineData("0411", null)]
    public async Task Somebody_is_found_by_the_beginning_of_a_word_or_a_part_of_a_number(string query, string? found)
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        await colleagues.AddAsync("Anna Berg", "Försäljning", "08-465 004 10", "070-174 06 20");
        await colleagues.AddAsync("Åsa-Lars O'Brien", "Butik 12", "031-390 06 50");

        Assert.Equal(found is null ? [] : [found], await colleagues.NamesAsync(query));
    }

    [Fact]
    public async Task The_very_letters_come_first_then_the_beginning_of_the_name_then_the_Swedish_alphabet()
    {
        using var colleagues = await Workplace.CreateAsync(
            fixture, "Eva Åsander", "Åsa Öst", "Åsa Åkesson", "Åsa Ek", "Åsa Berg", "Berg Asa", "Asa Öst");
        await colleagues.AddAsync("Aron Ek", "Asaläggning");

        Assert.Equal(["Asa Öst", "Berg Asa", "Aron Ek", "Åsa Berg", "Åsa Ek", "Åsa Åkesson", "Åsa Öst", "Eva Åsander"], await colleagues.NamesAsync("asa"));
        Assert.Equal(["Åsa Berg", "Åsa Ek", "Åsa Åkesson", "Åsa Öst", "Eva Åsander", "Asa Öst", "Berg Asa", "Aron Ek"], await colleagues.NamesAsync("åsa"));
    }

    [Fact]
    public async Task A_colleague_is_shown_with_numbers_and_the_profile_in_force()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = await colleagues.AddAsync("Anna Berg", "Försäljning", "070-174 06 20", "08-465 004 20");
        using var herself = new ApiClient(fixture, colleagues.Organisation, anna.Id.Value, Policies.UserRole);
        var activated = await herself.PutAsync("users/me/activation", """{"profile":"lunch","until":"2099-11-24T12:00:00+01:00"}""").StatusAsync();
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, activated); // no end so far away
        await herself.PutAsync("users/me/activation", """{"profile":"lunch"}""").StatusAsync();

        Answers.AssertJson(
            $$$"""
            {"items":[{"id":"{{{anna.Id}}}","name":"Anna Berg","department":"Försäljning","numbers":["+46701740620","+46846500420"],
            "mainNumber":"+46846500420",
            "status":{"profile":{"id":"lunch","name":"Lunch"},"statusText":"Lunch","source":"forced","absence":"lunch"},"inCall":false}]}
            """,
            await colleagues.FindAsync("anna"));
    }

    [Fact]
    public async Task A_user_is_told_her_department()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = await colleagues.AddAsync("Anna Berg", "Försäljning");
        using var herself = new ApiClient(fixture, colleagues.Organisation, anna.Id.Value, Policies.UserRole);

        Assert.Equal("Försäljning", (await herself.GetAsync("users/me").JsonAsync())["department"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(nameof(Phase.Talking), true)]
    [InlineData(nameof(Phase.Consulting), true)]
    [InlineData(nameof(Phase.TransferRinging), true)]
    [InlineData(nameof(Phase.Ending), false)]
    [InlineData(nameof(Phase.Ended), false)]
    public async Task Whoever_is_in_a_call_that_goes_on_is_shown_so(string phase, bool inCall)
    {
        using var colleagues = await Workplace.CreateAsync(fixture, "Eva Lind");
        var anna = await colleagues.AddAsync("Anna Lind");
        var call = TestCalls.In(Enum.Parse<Phase>(phase)) with
        {
            Facts = TestCalls.Facts with { Id = $"2516900000000000000-{Guid.NewGuid().ToString("N")[..16]}", Organisation = colleagues.Organisation },
            PartnerUser = anna.Id,
        };
        await colleagues.Ongoing.NoteAsync(call with { PartnerUser = (UserId?)null }, call, TestContext.Current.CancellationToken);
        Assert.NotNull(await colleagues.Calls.TryClaimAsync(call, TestContext.Current.CancellationToken));

        var found = (await colleagues.FindAsync("lind"))["items"]!.AsArray();

        Assert.Equal([inCall, false], found.Select(each => each!["inCall"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task Whoever_asks_is_not_a_colleague_and_an_administrator_may_ask_too()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = await colleagues.AddAsync("Anna Berg");
        using var herself = new ApiClient(fixture, colleagues.Organisation, anna.Id.Value, Policies.UserRole);
        using var admin = new ApiClient(fixture, colleagues.Organisation, Guid.NewGuid(), Policies.AdministratorRole);

        Assert.Empty((await herself.GetAsync("colleagues?q=anna").JsonAsync())["items"]!.AsArray());
        Assert.Single((await admin.GetAsync("colleagues?q=anna").JsonAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_of_another_organisation_is_found()
    {
        using var colleagues = await Workplace.CreateAsync(fixture, "Anna Berg");
        using var others = await Workplace.CreateAsync(fixture);
        var foreigner = await others.AddAsync("Anna Berg", "Ekonomi", "08-465 004 10");

        Assert.Empty(await colleagues.NamesAsync("ekonomi"));
        Assert.Empty(await colleagues.NamesAsync("0410"));
        var found = Assert.Single((await colleagues.FindAsync("anna"))["items"]!.AsArray());
        Assert.NotEqual(foreigner.Id.ToString(), found!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("?q=", "q")]
    [InlineData("?q=%20", "q")]
    [InlineData("?q=-", "q")]
    [InlineData("?q=12", "q")]
    [InlineData("?q=anna&q=berg", "q")]
    [InlineData("?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "q")]
    [InlineData("?q=anna&limit=0", "limit")]
    [InlineData("?q=anna&limit=51", "limit")]
    [InlineData("?q=anna&limit=x", "limit")]
    [InlineData("?q=anna&continuation=x", "continuation")]
    [InlineData("?q=anna&continuation=*", "continuation")]
    [InlineData("?q=anna&continuation=YmVyZyEJ", "continuation")] // a row of another word
    public async Task What_can_not_be_looked_for_is_refused_by_name(string parameters, string field)
    {
        using var colleagues = await Workplace.CreateAsync(fixture);

        await colleagues.Api.GetAsync($"colleagues{parameters}").ProblemAsync(400, "parameter-not-valid", field);
    }

    [Fact]
    public async Task The_people_of_the_example_are_found()
    {
        foreach (var person in ExamplePeople.All)
        {
            await fixture.Stores.Users.WriteAsync(person, TestContext.Current.CancellationToken);
        }

        using var anna = new ApiClient(fixture, ExampleOrganisation.Id, ExamplePeople.Anna.Id.Value, Policies.UserRole);

        var found = (await anna.GetAsync("colleagues?q=kundtj%C3%A4nst").JsonAsync())["items"]!.AsArray();
        Assert.Equal(["Lars Holm", "Mona Frid"], found.Select(each => each!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Without_a_role_nobody_is_found()
    {
        using var colleagues = await Workplace.CreateAsync(fixture, "Anna Berg");
        using var nobody = new ApiClient(fixture, colleagues.Organisation, Guid.NewGuid(), "Other.Role");

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, await nobody.GetAsync("colleagues?q=anna").StatusAsync());
    }

    [Fact]
    public async Task Letters_that_mean_something_to_storage_are_only_letters()
    {
        using var colleagues = await Workplace.CreateAsync(fixture, "Anna Berg", "Жанна Ek", "日本 Ek");

        Assert.Empty(await colleagues.NamesAsync("x' or RowKey gt '"));
        Assert.Empty(await colleagues.NamesAsync("%/\\#?!anna eller"));
        Assert.Equal(["Жанна Ek"], await colleagues.NamesAsync("ЖАН"));
        Assert.Equal(["日本 Ek"], await colleagues.NamesAsync("日"));
    }
}
