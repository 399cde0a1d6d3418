using Koppla.Functions.Audit;
using Koppla.Functions.Tests.IncomingCalls;
using NodaTime;

namespace Koppla.Functions.Tests.Audit;

/// <summary>Removals leave nothing that carries an id: whether they were made is told by what came after.</summary>
public sealed class MadeRemovalsTests
{
    private static readonly AuditedObject Object = AuditedObject.Of(Exchange.Anna);

    [Fact]
    public void A_removal_that_another_change_forestalled_was_not_made_though_the_object_is_gone()
    {
        var (refused, edit, removal) = (Removal("r1", "c"), Edit("e", "c"), Removal("r2", "e"));

        Assert.Equal(["e", "r2"], Made([refused, edit, removal], carried: null, exists: false));
        Assert.Equal(["e", "r2"], Made([removal, edit, refused], carried: null, exists: false));
        Assert.Equal(["r2"], Made([refused, removal], carried: null, exists: false, edit));
    }

    [Fact]
    public void Who_begins_a_change_has_seen_the_one_before_it() =>
        Assert.Equal(["e1"], Made([Edit("e1", null), Edit("e2", "e1"), Edit("e3", "e1")], carried: "x", exists: true));

    [Fact]
    public void A_removal_was_made_when_the_object_has_been_made_anew()
    {
        var anew = new Change("c2", Exchange.Owner, TestCall.Now + Duration.FromSeconds(1), new Author(null, null), "x", Object, null, "{}", null);

        Assert.Equal(["c2", "r"], Made([Removal("r", "c"), anew], carried: "c2", exists: true));
        Assert.Equal([], Made([Removal("r", "c")], carried: "c", exists: true));
    }

    [Fact]
    public void What_was_refused_makes_nothing_of_what_was_begun() =>
        Assert.Equal(["r"], Made([Removal("r", "c")], null, false, Edit("e", "c") with { Refused = "some-rule" }));

    private static IEnumerable<string> Made(Change[] begun, string? carried, bool exists, params Change[] known) =>
        MadeChanges.Among(begun, carried, exists, known).Order(StringComparer.Ordinal);

    private static Change Removal(string id, string? predecessor) => Edit(id, predecessor) with { After = null };

    private static Change Edit(string id, string? predecessor) =>
        new(id, Exchange.Owner, TestCall.Now, new Author(null, null), "x", Object, "{}", "{ }", predecessor);
}
