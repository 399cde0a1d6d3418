using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Insight;
using Koppla.Routing.Profiles;
using Koppla.Routing.Tests.Decisions;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Insight;

public sealed class StorySentencesTests
{
    private const string Line = "08-678 55 00";

    private readonly Exchange exchange = new();

    [Theory]
    [InlineData(
        Language.English,
        LineState.NoAnswer,
        "The app of User 2 rings for 20 seconds. If nobody answers: the caller hears the referral of User 2 (Tillgänglig). Then: the call goes to 070-174 06 10. If nobody answers: the call ends: no answer, and nothing is set for that.")]
    [InlineData(
        Language.Swedish,
        LineState.NoAnswer,
        "Appen hos User 2 ringer i 20 sekunder. Vid ej svar: den som ringer hör hänvisningen för User 2 (Tillgänglig). Sedan: samtalet går till 070-174 06 10. Vid ej svar: samtalet avslutas: ej svar, och inget är inställt för det.")]
    [InlineData(
        Language.English,
        LineState.Declined,
        "The app of User 2 rings for 20 seconds. If the call is declined: the call ends: busy, and nothing is set for that.")]
    [InlineData(
        Language.Swedish,
        LineState.NoConnection,
        "Appen hos User 2 ringer i 20 sekunder. Vid ingen koppling: samtalet avslutas: ingen koppling, och inget är inställt för det.")]
    public void A_call_is_told_to_its_end(Language language, LineState state, string story)
    {
        exchange.Ruled(exchange.Organisation(), Line, NumberRule.Ring with
        {
            OnNoAnswer = Refers(),
            AfterReferral = new(To("070-174 06 10"), true),
        });

        Assert.Equal(story, Told(language, state));
    }

    [Fact]
    public void What_rings_all_at_once_is_told_in_one_sentence()
    {
        exchange.Ruled(exchange.Organisation(), Line, NumberRule.Ring, App, new TelephoneDevice(Number("070-174 06 20")));

        Assert.StartsWith("The app and 070-174 06 20 of User 2 ring for 20 seconds.", Told(Language.English, LineState.Busy), StringComparison.Ordinal);
        Assert.StartsWith("Appen och 070-174 06 20 hos User 2 ringer i 20 sekunder.", Told(Language.Swedish, LineState.Busy), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nothing_follows_rings_without_an_end()
    {
        exchange.Ruled(exchange.Organisation(), Line, NumberRule.Ring);

        Assert.Equal("The app of User 2 rings.", Told(Language.English, LineState.Busy));
        Assert.Equal("Appen hos User 2 ringer.", Told(Language.Swedish, LineState.Busy));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Swedish)]
    public void Every_reason_is_told_in_words_of_its_own(Language language)
    {
        var told = Enum.GetValues<RefuseReason>().Select(reason => StorySentences.Of(Refused(reason), language)).ToList();

        Assert.Equal(told.Count, told.Distinct(StringComparer.Ordinal).Count());
        Assert.All(told, sentence => Assert.Matches("^[A-Z][^:]+: [a-zåäö].+[^.]\\.$", sentence));
    }

    private static StoryStep Refused(RefuseReason reason)
    {
        var call = new Call(Number(Line), Caller: null, Noon, Trail.Empty);
        return new(call, new Decided(new Refuse(reason), [], Trail.Empty, Organisation: null, User: null), Rings: null);
    }

    private string Told(Language language, LineState state)
    {
        var call = new Call(Number(Line), Caller: null, Noon, Trail.Empty);
        return StorySentences.Of(null, exchange.Ask<Story>(data => Story.Of(data, call, state)), language);
    }
}
