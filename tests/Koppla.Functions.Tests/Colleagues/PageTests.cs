using Koppla.Functions.Colleagues;
using Koppla.Functions.Tests.Api;

namespace Koppla.Functions.Tests.Colleagues;

/// <summary>Searches that find more than a page.</summary>
public sealed class PageTests(ApiFixture fixture)
{
    [Fact]
    public async Task Pages_go_on_where_the_one_before_ended_and_end()
    {
        string[] names = ["Anna Ek", "Anna Åk", "Anna Ök", "Annie Ek", "Bo Ann", "Åke Ann", "Åke Ånn"];
        using var colleagues = await Workplace.CreateAsync(fixture, [.. names.Reverse()]);

        Assert.Equal([names[..3], names[3..6], names[6..]], await colleagues.PagesAsync("ann", 3));
        Assert.Equal([names], await colleagues.PagesAsync("ann", 7));
        Assert.Equal([names], await colleagues.PagesAsync("ann", 50));
        Assert.Equal(names.Select(name => (string[])[name]), await colleagues.PagesAsync("ann", 1));
    }

    [Fact]
    public async Task A_page_goes_on_though_its_last_colleague_is_gone_and_others_have_come()
    {
        using var colleagues = await Workplace.CreateAsync(fixture, "Anna A", "Anna D");
        var last = await colleagues.AddAsync("Anna B");
        var first = await colleagues.FindAsync("anna", "&limit=2");
        await colleagues.Users.WriteAsync(last with { Name = "Eva B" }, TestContext.Current.CancellationToken);
        await colleagues.AddAsync("Anna C");

        var token = first["continuation"]!.GetValue<string>();

        Assert.Equal(["Anna C", "Anna D"], (await colleagues.FindAsync("anna", $"&continuation={token}"))["items"]!.AsArray().Select(each => each!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_word_of_thousands_is_read_in_bounded_pages_that_tell_of_everybody_once()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        var many = ColleagueIndex.MaxRows + 150;
        // Two words of each fit, so that the rows of one user lie in both readings.
        await colleagues.AddAsync(Enumerable.Range(0, many).Select(i => colleagues.Person($"Alm{i:0000} Al{i:0000}")));
        await colleagues.AddAsync("Allan Zetterlund");

        var pages = await colleagues.PagesAsync("al", 50);

        Assert.Equal(many + 1, pages.Sum(page => page.Length));
        Assert.Equal(many + 1, pages.SelectMany(page => page).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["Allan Zetterlund"], await colleagues.NamesAsync("al zett"));
        Assert.Equal(["Alm1140 Al1140"], await colleagues.NamesAsync("al1140 alm"));
    }

    [Fact]
    public async Task A_page_may_be_empty_and_go_on_where_the_words_together_are_rare()
    {
        using var colleagues = await Workplace.CreateAsync(fixture);
        await colleagues.AddAsync(Enumerable.Range(0, 3 * ColleagueIndex.MaxRows + 10).Select(i => colleagues.Person($"Annika")));
        await colleagues.AddAsync("Annx Ö");

        var pages = await colleagues.PagesAsync("ann ö", 50);

        Assert.Equal([[], ["Annx Ö"]], pages);
    }
}
