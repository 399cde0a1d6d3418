using Azure.Data.Tables;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Tests.Colleagues;

/// <summary>What a user is found by, when the user changes and when a writer dies between its writes.</summary>
public sealed class IndexTests(ApiFixture fixture)
{
    private static readonly Instant Now = SystemClock.Instance.GetCurrentInstant();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_user_is_found_by_the_new_name_department_and_number_and_the_old_rows_are_gone()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = await colleagues.AddAsync("Anna Berg", "Ekonomi", "08-465 004 10");

        await ChangeAsync(colleagues, anna, anna with { Name = "Anna Ek", Department = "Inköp", Numbers = [Numbers.Of("031-390 06 50")] });

        Assert.Equal([[], [], []], [await colleagues.NamesAsync("berg"), await colleagues.NamesAsync("ekonomi"), await colleagues.NamesAsync("0410")]);
        Assert.Equal(["Anna Ek"], await colleagues.NamesAsync("anna ek inköp 0650"));
        Assert.DoesNotContain(await colleagues.KeysAsync(), key => key.StartsWith("berg", StringComparison.Ordinal) || key.EndsWith("410", StringComparison.Ordinal));
        Assert.Single(await colleagues.KeysAsync(), key => key.StartsWith("anna!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_user_who_is_written_again_is_found_once()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = await colleagues.AddAsync("Anna Berg");

        await colleagues.Users.WriteAsync(anna with { Name = "Anna Ek" }, Cancellation);
        await colleagues.Users.WriteAsync(anna with { Name = "Anna Ek" }, Cancellation);

        Assert.Equal(["Anna Ek"], await colleagues.NamesAsync("anna"));
        Assert.Equal(2, (await colleagues.KeysAsync()).Length);
    }

    [Fact]
    public async Task A_change_of_call_handling_writes_no_row()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = await colleagues.AddAsync("Anna Berg");
        var before = await colleagues.KeysAsync();

        await ChangeAsync(colleagues, anna, anna with { Handling = anna.Handling with { DefaultProfile = anna.Handling.Profiles[1].Id } });

        Assert.Equal(before, await colleagues.KeysAsync());
        Assert.Equal(["Anna Berg"], await colleagues.NamesAsync("anna"));
    }

    [Fact]
    public async Task A_user_with_more_words_than_a_transaction_holds_is_found_by_all()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var name = string.Join(' ', Enumerable.Range(100, 250).Select(i => $"namn{i}"));
        await colleagues.AddAsync(name);

        Assert.Equal([name], await colleagues.NamesAsync("namn349 namn100 namn20"));
    }

    [Fact]
    public async Task One_who_is_listed_and_never_written_is_not_found_and_forgotten_after_an_hour()
    {
        using var colleagues = await Workplace.CreateAsync(fixture, "Anna Ek");
        await colleagues.Index.AddAsync(colleagues.Person("Anna Berg"), Cancellation);

        Assert.Equal(["Anna Ek"], await colleagues.NamesAsync("anna"));
        Assert.Equal(4, (await colleagues.KeysAsync()).Length); // The user might be about to be written.
        Assert.Equal(["Anna Ek"], await colleagues.NamesAtAsync(Now + ColleagueSearch.Leftover + Duration.FromMinutes(5), "anna"));
        Assert.Single(await colleagues.KeysAsync(), key => key.StartsWith("anna!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_was_listed_and_not_saved_hides_nothing_of_the_one_that_is()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = await colleagues.AddAsync("Anna Berg", "Ekonomi");
        await colleagues.Index.AddAsync(anna with { Name = "Anna Ek", Department = null }, Cancellation);

        Assert.Equal(["Anna Berg"], await colleagues.NamesAsync("anna berg ekonomi"));
        Assert.Equal(["Anna Berg"], await colleagues.NamesAsync("anna"));
        Assert.Empty(await colleagues.NamesAsync("ek anna zz"));
        Assert.Equal(["Anna Berg"], await colleagues.NamesAsync("ek anna")); // by the department
    }

    [Fact]
    public async Task A_search_between_the_listing_and_the_user_does_no_harm()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = colleagues.Person("Anna Berg");
        var listing = await colleagues.Index.AddAsync(anna, Cancellation);

        Assert.Empty(await colleagues.NamesAsync("anna"));
        await colleagues.Tables.Users.AddEntityAsync(UserMapping.ToEntity(anna, listing, [], change: null), Cancellation);

        Assert.Equal(["Anna Berg"], await colleagues.NamesAsync("anna"));
    }

    [Fact]
    public async Task Rows_that_a_writer_had_no_time_to_remove_are_dropped_and_forgotten()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = await colleagues.AddAsync("Anna Berg");
        var changed = anna with { Name = "Anna Ek" };
        var listing = await colleagues.Index.AddAsync(changed, Cancellation);
        await colleagues.Tables.Users.UpsertEntityAsync(UserMapping.ToEntity(changed, listing, [], change: null), TableUpdateMode.Replace, Cancellation);

        Assert.Empty(await colleagues.NamesAsync("berg"));
        Assert.Equal(["Anna Ek"], await colleagues.NamesAsync("anna"));
        Assert.Empty(await colleagues.NamesAtAsync(Now + ColleagueSearch.Leftover + Duration.FromMinutes(5), "berg"));
        Assert.DoesNotContain(await colleagues.KeysAsync(), key => key.StartsWith("berg!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_user_of_before_there_was_a_list_is_listed_by_the_next_change()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = colleagues.Person("Anna Berg");
        var entity = UserMapping.ToEntity(anna, "", [], change: null);
        entity.Remove("Listing");
        await colleagues.Tables.Users.AddEntityAsync(entity, Cancellation);
        Assert.Empty(await colleagues.NamesAsync("anna"));

        await ChangeAsync(colleagues, anna, anna);

        Assert.Equal(["Anna Berg"], await colleagues.NamesAsync("anna"));
    }

    [Fact]
    public async Task Of_changes_at_the_same_time_the_one_that_is_saved_is_found()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var anna = await colleagues.AddAsync("Anna Berg", "Ekonomi");
        var found = (await colleagues.Users.FindAsync(colleagues.Organisation, anna.Id, Cancellation))!;

        var versions = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            i => colleagues.Users.TryChangeAsync(found, anna with { Name = $"Anna Ny{i}" }, [], change: null, Cancellation)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => colleagues.Users.WriteAsync(anna with { Name = $"Anna Ek{i}" }, Cancellation)));

        Assert.Single(versions, version => version is not null);
        var saved = (await colleagues.Users.ReadAsync(colleagues.Organisation, anna.Id, Cancellation))!.Value.Name;
        Assert.Equal([saved], await colleagues.NamesAsync("anna"));
        Assert.Equal([saved], await colleagues.NamesAsync(saved));
        Assert.Empty(await colleagues.NamesAsync("ny"));
    }

    private static async Task ChangeAsync(Workplace colleagues, User user, User changed)
    {
        var found = await colleagues.Users.FindAsync(colleagues.Organisation, user.Id, Cancellation);
        Assert.NotNull(await colleagues.Users.TryChangeAsync(found!, changed, [], change: null, Cancellation));
    }
}
