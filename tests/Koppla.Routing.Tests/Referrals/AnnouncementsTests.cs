using Koppla.Routing.Decisions;
using Koppla.Routing.Referrals;

namespace Koppla.Routing.Tests.Referrals;

public sealed class AnnouncementsTests
{
    [Theory]
    [InlineData(RefuseReason.Busy, "Den du söker är upptagen just nu. Försök igen senare.", "The person you are calling is busy right now. Please try again later.")]
    [InlineData(RefuseReason.NoAnswer, "Den du söker kan inte svara just nu. Försök igen senare.", "The person you are calling cannot answer right now. Please try again later.")]
    [InlineData(RefuseReason.NoConnection, "Den du söker går inte att nå just nu. Försök igen senare.", "The person you are calling cannot be reached right now. Please try again later.")]
    [InlineData(RefuseReason.DestinationForbidden, "Samtalet kan inte kopplas fram. Försök igen senare.", "Your call cannot be connected. Please try again later.")]
    [InlineData(RefuseReason.NotForwarded, "Numret du har ringt används inte. Kontrollera numret och försök igen.", "The number you have called is not in use. Please check the number and try again.")]
    [InlineData(RefuseReason.OrganisationSuspended, "Numret du har ringt kan inte ta emot samtal just nu.", "The number you have called cannot take calls right now.")]
    public void A_caller_hears_what_became_of_the_call(RefuseReason reason, string swedish, string english)
    {
        Assert.Equal(swedish, Announcements.For(reason, Language.Swedish));
        Assert.Equal(english, Announcements.For(reason, Language.English));
    }

    [Fact]
    public void A_blocked_caller_hears_what_everybody_hears_whom_a_profile_turns_away() =>
        Assert.Equal(Announcements.For(RefuseReason.ProfileRejects, Language.Swedish), Announcements.For(RefuseReason.CallerBlocked, Language.Swedish));

    [Fact]
    public void Every_reason_has_short_whole_sentences_in_both_languages() =>
        Assert.All(Enum.GetValues<RefuseReason>(), reason =>
        {
            var (swedish, english) = (Announcements.For(reason, Language.Swedish), Announcements.For(reason, Language.English));
            Assert.Matches(@"^[A-ZÅÄÖ][^.]{20,60}\.( [A-ZÅÄÖ][^.]+\.)?$", swedish);
            Assert.Matches(@"^[A-Z][^.]{20,60}\.( [A-Z][^.]+\.)?$", english);
            Assert.NotEqual(swedish, english);
        });
}
