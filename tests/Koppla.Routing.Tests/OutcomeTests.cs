namespace Koppla.Routing.Tests;

public sealed class OutcomeTests
{
    private static readonly Refusal Refusal = new("no-luck", "No luck.");

    [Fact]
    public void An_outcome_is_a_value_or_a_refusal()
    {
        Outcome<string> good = "yes";
        Outcome<string> bad = Refusal;

        Assert.True(good.IsOk);
        Assert.Equal("yes", good.Value);
        Assert.False(bad.IsOk);
        Assert.Equal(Refusal, bad.Refusal);
        Assert.Equal("yes no-luck", good.Match(v => v, r => r.Name) + " " + bad.Match(v => v, r => r.Name));
    }

    [Fact]
    public void Reading_the_side_that_is_not_there_is_a_bug()
    {
        Assert.Throws<InvalidOperationException>(() => new Outcome<string>(Refusal).Value);
        Assert.Throws<InvalidOperationException>(() => new Outcome<string>("yes").Refusal);
        Assert.Throws<InvalidOperationException>(() => default(Outcome<string>).Value);
        Assert.Throws<InvalidOperationException>(() => default(Outcome<string>).Refusal);
    }

    [Fact]
    public void Outcomes_compare_by_content()
    {
        Assert.Equal(new Outcome<string>("yes"), "yes");
        Assert.NotEqual(new Outcome<string>("yes"), new Outcome<string>(Refusal));
    }

    [Fact]
    public void An_id_is_a_guid_with_hyphens()
    {
        const string text = "0f8fad5b-d9cb-469f-a165-70867728950e";

        Assert.Equal(text, OrganisationId.Parse(text).Value.ToString());
        Assert.Equal(text, UserId.Parse(text.ToUpperInvariant()).Value.ToString());
        Assert.Equal("id-not-valid", OrganisationId.Parse(null).Refusal.Name);
        Assert.Equal("id-not-valid", UserId.Parse("{" + text + "}").Refusal.Name);
    }
}
