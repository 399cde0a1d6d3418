using System.Collections.Immutable;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class SentencesTests
{
    private readonly Exchange exchange = new();

    [Fact]
    public void A_reserved_number_is_told_in_swedish() =>
        Assert.Equal(
            [
                "Organisationen som äger 08-678 55 00 är inte avstängd.",
                "08-678 55 00 är ett reserverat nummer och vidarekopplas till 070-174 06 10.",
                "070-174 06 10 är ett externt nummer, och samtalet går dit.",
            ],
            Sentences.Of(ReservedTrace(), Language.Swedish, masked: false));

    [Fact]
    public void A_reserved_number_is_told_in_english() =>
        Assert.Equal(
            [
                "The organisation that owns 08-678 55 00 is not suspended.",
                "08-678 55 00 is a reserved number and is forwarded to 070-174 06 10.",
                "070-174 06 10 is an external number; the call goes there.",
            ],
            Sentences.Of(ReservedTrace(), Language.English, masked: false));

    [Fact]
    public void Masked_sentences_show_no_number_in_full() =>
        Assert.Equal(
            "+46******00 är ett reserverat nummer och vidarekopplas till +46*******10.",
            Sentences.Of(ReservedTrace(), Language.Swedish, masked: true)[1]);

    [Fact]
    public void A_loop_that_ends_at_the_fallback_is_told_hop_by_hop()
    {
        var organisation = exchange.Organisation(fallback: "010-123 45 67");
        exchange.Reserved(organisation, "08-678 55 00", "070-174 06 05");
        exchange.Assigned(organisation, "070-174 06 05", App, forwardsTo: "08-678 55 00");
        exchange.Assigned(organisation, "010-123 45 67", new TelephoneDevice(Number("070-174 06 20")));
        var trace = exchange.Decide("08-678 55 00", TrailOf("070-174 06 50")).Trace;

        Assert.Equal(
            [
                "Samtalet har redan vidarekopplats från 070-174 06 50.",
                "Organisationen som äger 08-678 55 00 är inte avstängd.",
                "08-678 55 00 är ett reserverat nummer och vidarekopplas till 070-174 06 05.",
                "Organisationen som äger 070-174 06 05 är inte avstängd.",
                "Profilen Tillgänglig gäller hos 070-174 06 05: den är standardprofil.",
                "Samtal till mobilnumret 070-174 06 05 vidarekopplas direkt till 08-678 55 00.",
                "070-174 06 05 kan inte skicka samtalet till 08-678 55 00, där det redan har varit: det skulle gå runt.",
                "Samtalet går i stället till organisationens svarsställe 010-123 45 67.",
                "Organisationen som äger 010-123 45 67 är inte avstängd.",
                "Profilen Tillgänglig gäller hos 010-123 45 67: den är standardprofil.",
                "Samtal till fastnumret 010-123 45 67 vidarekopplas inte direkt.",
                "Det ringer i telefonen 070-174 06 20 hos användaren med numret 010-123 45 67.",
            ],
            Sentences.Of(trace, Language.Swedish, masked: false));
        Assert.Equal(
            [
                "The call has already been forwarded from 070-174 06 50.",
                "The organisation that owns 08-678 55 00 is not suspended.",
                "08-678 55 00 is a reserved number and is forwarded to 070-174 06 05.",
                "The organisation that owns 070-174 06 05 is not suspended.",
                "The profile Tillgänglig is in force at 070-174 06 05: it is the default.",
                "Calls to the mobile number 070-174 06 05 are forwarded at once to 08-678 55 00.",
                "070-174 06 05 can't send the call to 08-678 55 00, where it has already been: that would be a loop.",
                "The call goes to the organisation's fallback number 010-123 45 67 instead.",
                "The organisation that owns 010-123 45 67 is not suspended.",
                "The profile Tillgänglig is in force at 010-123 45 67: it is the default.",
                "Calls to the fixed number 010-123 45 67 are not forwarded at once.",
                "The telephone 070-174 06 20 rings at the user of 010-123 45 67.",
            ],
            Sentences.Of(trace, Language.English, masked: false));
    }

    [Fact]
    public void A_forbidden_destination_is_told_with_the_reason()
    {
        exchange.Reserved(exchange.Organisation(), "08-678 55 00", "0900-1234567");
        var trace = exchange.Decide("08-678 55 00").Trace;

        Assert.Equal(
            [
                "08-678 55 00 får inte skicka samtalet till 0900-12 34 567: det är ett betalnummer.",
                "Organisationen har inget svarsställe för sådana samtal.",
                "Samtalet till 08-678 55 00 avvisas.",
            ],
            Sentences.Of(trace, Language.Swedish, masked: false)[2..]);
        Assert.Equal(
            [
                "08-678 55 00 may not send the call to 0900-12 34 567: it is a premium-rate number.",
                "The organisation has no fallback number.",
                "The call to 08-678 55 00 is refused.",
            ],
            Sentences.Of(trace, Language.English, masked: false)[2..]);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Swedish)]
    public void Every_step_has_a_sentence(Language language)
    {
        var steps = Enum.GetValues<TraceCode>()
            .Select(code => new TraceStep(code, Number("08-678 55 00"), Number("070-174 06 10"), "destination-premium"));

        Assert.All(Sentences.Of([.. steps], language, masked: true), sentence => Assert.Matches(@"^\S+ .+\.$", sentence));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Swedish)]
    public void Every_refusal_of_the_policy_has_words(Language language)
    {
        string[] destinations =
        [
            "0900-1234567", "0771234567", "0751234567", "0740123456", "0781234567", "+8821612345678", "+80012345678", "+4722123456",
        ];
        var steps = destinations.Select(destination => new TraceStep(
            TraceCode.DestinationForbidden,
            Number("08-678 55 00"),
            Number(destination),
            DestinationPolicy.Check(Number(destination), own: null, AllowedCountries.Default)!.Name));

        Assert.All(Sentences.Of([.. steps], language, masked: true), sentence => Assert.DoesNotContain("destination-", sentence, StringComparison.Ordinal));
    }

    private ImmutableArray<TraceStep> ReservedTrace()
    {
        exchange.Reserved(exchange.Organisation(), "08-678 55 00", "070-174 06 10");
        return exchange.Decide("08-678 55 00").Trace;
    }
}
