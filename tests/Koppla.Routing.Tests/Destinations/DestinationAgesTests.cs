using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Routing.Tests.Destinations;

/// <summary>Since when each destination of a user, or of a reserved number, stands.</summary>
public sealed class DestinationAgesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 12, 0);
    private static readonly PhoneNumber A = PhoneNumber.Parse("070-174 06 10").Value;
    private static readonly PhoneNumber B = PhoneNumber.Parse("070-174 06 11").Value;

    [Fact]
    public void A_new_destination_is_new_from_now_on_and_the_old_ones_stay_old()
    {
        var changed = DestinationAges.Noted(To(A), To(A, B), Now);

        Assert.Equal([new NewDestination(B, Now)], changed.NewDestinations);
    }

    [Fact]
    public void What_stays_keeps_its_instant_wherever_in_the_profiles_it_goes()
    {
        var before = DestinationAges.Noted(To(), To(A), Now);

        var after = DestinationAges.Noted(before, To(B, A), Now + Duration.FromMinutes(1));

        Assert.Equal(Now, after.DestinationSince(A));
        Assert.Equal(Now + Duration.FromMinutes(1), after.DestinationSince(B));
    }

    [Fact]
    public void What_goes_and_comes_back_is_new()
    {
        var gone = DestinationAges.Noted(To(A), To(), Now);

        Assert.Empty(gone.NewDestinations);
        Assert.Equal(Now, DestinationAges.Noted(gone, To(A), Now).DestinationSince(A));
    }

    [Fact]
    public void A_change_cannot_bring_an_instant_of_its_own()
    {
        var forged = To(A) with { NewDestinations = [new(A, Now - Duration.FromDays(3))] };

        Assert.Equal(Now, DestinationAges.Noted(To(), forged, Now).DestinationSince(A));
        Assert.Null(DestinationAges.Noted(To(A), forged, Now).DestinationSince(A));
    }

    [Fact]
    public void What_no_cool_down_can_wait_for_is_forgotten_with_the_next_change_of_destinations()
    {
        var before = DestinationAges.Noted(To(), To(A), Now - Duration.FromMinutes(ExternalForwardPolicy.MaxCoolDownMinutes));

        Assert.Equal(before.NewDestinations, DestinationAges.Noted(before, before, Now).NewDestinations);
        Assert.Equal([new NewDestination(B, Now)], DestinationAges.Noted(before, To(A, B), Now).NewDestinations);
    }

    [Fact]
    public void A_forwarding_keeps_its_instant_while_it_has_its_destination()
    {
        var first = DestinationAges.Noted(null, new Forwarding(A, true), Now);
        var off = DestinationAges.Noted(first, new Forwarding(A, false), Now + Duration.FromHours(1));
        var other = DestinationAges.Noted(off, new Forwarding(B, true), Now + Duration.FromHours(2));

        Assert.Equal((Now, Now, Now + Duration.FromHours(2)), (first.Since, off.Since, other.Since));
        Assert.Null(DestinationAges.Noted(new Forwarding(A, true), new Forwarding(A, false), Now).Since);
    }

    /// <summary>A user whose mobile number forwards to the last of these, and whose fixed number does so when busy to the first.</summary>
    private static CallHandling To(params PhoneNumber[] numbers)
    {
        var busy = numbers is [var first, ..] ? new ConditionalRule(ConditionAction.Forward, Destination.Of(first), false) : null;
        var mobile = numbers is [.., var last] ? NumberRule.Forward(last) : NumberRule.Ring;
        return CallHandling.Always(Profile.Available(NumberRule.Ring with { OnBusy = busy }, mobile));
    }
}
