using Koppla.Routing.Callers;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>Whole traces as a person reads them, in both languages.</summary>
public sealed class WholeTraceTests
{
    private const string Fixed = "08-678 55 00";
    private const string Mobile = "070-174 06 05";
    private const string Outside = "070-174 06 10";

    private readonly Exchange exchange = new();
    private readonly OrganisationId organisation;

    public WholeTraceTests() => organisation = exchange.Organisation();

    [Fact]
    public void Busy_and_then_to_a_colleague() =>
        AssertTold(
            BusyToColleague(),
            [
                "The organisation that owns 08-678 55 00 is not suspended.",
                "The profile Tillgänglig is in force at 08-678 55 00: it is the default.",
                "Calls to the fixed number 08-678 55 00 are not forwarded at once.",
                "The line 08-678 55 00 is busy.",
                "In that case 08-678 55 00 forwards the call to 070-174 06 05.",
                "070-174 06 05 is the main number of the colleague User 2.",
                "The organisation that owns 070-174 06 05 is not suspended.",
                "The profile Tillgänglig is in force at 070-174 06 05: it is the default.",
                "Calls to the mobile number 070-174 06 05 are not forwarded at once.",
                "The app rings at the user of 070-174 06 05.",
            ],
            [
                "Organisationen som äger 08-678 55 00 är inte avstängd.",
                "Profilen Tillgänglig gäller hos 08-678 55 00: den är standardprofil.",
                "Samtal till fastnumret 08-678 55 00 vidarekopplas inte direkt.",
                "Linjen 08-678 55 00 är upptagen.",
                "I det fallet vidarekopplar 08-678 55 00 samtalet till 070-174 06 05.",
                "070-174 06 05 är huvudnumret till kollegan User 2.",
                "Organisationen som äger 070-174 06 05 är inte avstängd.",
                "Profilen Tillgänglig gäller hos 070-174 06 05: den är standardprofil.",
                "Samtal till mobilnumret 070-174 06 05 vidarekopplas inte direkt.",
                "Det ringer i appen hos användaren med numret 070-174 06 05.",
            ]);

    [Fact]
    public void A_referral_and_what_follows_it()
    {
        var rule = new NumberRule(RuleAction.Referral, AfterReferral: new(To(Outside), Enabled: true), OnNoAnswer: ForwardsTo(Outside));
        var lunch = DefaultProfiles.All[1] with { Fixed = rule };
        var user = exchange.User(organisation, CallHandling.Always(lunch, App) with { Activation = new(lunch.Id, Noon) }, Fixed);
        exchange.Assigned(organisation, Fixed, user);

        AssertTold(
            exchange.Decide(Fixed),
            [
                "The organisation that owns 08-678 55 00 is not suspended.",
                "The profile Lunch is in force at 08-678 55 00: activated by hand, without an end.",
                "The rules of 08-678 55 00 for busy, no answer and no connection do not come into play.",
                "Callers to the fixed number 08-678 55 00 hear the referral.",
            ],
            [
                "Organisationen som äger 08-678 55 00 är inte avstängd.",
                "Profilen Lunch gäller hos 08-678 55 00: aktiverad för hand, utan sluttid.",
                "Reglerna hos 08-678 55 00 för upptaget, ej svar och ingen koppling är vilande.",
                "Den som ringer fastnumret 08-678 55 00 får höra hänvisningen.",
            ]);
        AssertTold(
            exchange.Decide(Fixed, Heard(Fixed)),
            [
                "The organisation that owns 08-678 55 00 is not suspended.",
                "The profile Lunch is in force at 08-678 55 00: activated by hand, without an end.",
                "The caller has heard the referral at 08-678 55 00.",
                "After the referral 08-678 55 00 forwards the call to 070-174 06 10.",
                "070-174 06 10 is an external number; the call goes there.",
            ],
            [
                "Organisationen som äger 08-678 55 00 är inte avstängd.",
                "Profilen Lunch gäller hos 08-678 55 00: aktiverad för hand, utan sluttid.",
                "Den som ringer har hört hänvisningen hos 08-678 55 00.",
                "Efter hänvisningen vidarekopplar 08-678 55 00 samtalet till 070-174 06 10.",
                "070-174 06 10 är ett externt nummer, och samtalet går dit.",
            ]);
    }

    [Fact]
    public void A_weekly_period_of_a_full_schedule()
    {
        var handling = new CallHandling(
            [DefaultProfiles.All[0], DefaultProfiles.All[2] with { Fixed = NumberRule.Forward(Number(Outside)) }],
            ProfileId.Available,
            new(DefaultProfiles.All[2].Id, Noon - NodaTime.Duration.FromDays(1), Noon),
            Schedule.Empty with
            {
                Weekly = [new(DefaultProfiles.All[2].Id, WeekDays.Tuesday, new(11, 0), new(13, 0))],
                OneOff = [new(ProfileId.Available, new(2026, 11, 1, 0, 0), new(2026, 11, 2, 0, 0))],
                Holidays = new(ProfileId.Available, HolidayCalendar.Swedish),
            },
            [],
            [App]);
        exchange.Assigned(organisation, Fixed, exchange.User(organisation, handling, Fixed));

        AssertTold(
            exchange.Decide(Fixed),
            [
                "The organisation that owns 08-678 55 00 is not suspended.",
                "What the user of 08-678 55 00 had activated by hand has ended.",
                "No one-off period at 08-678 55 00 applies now.",
                "Today is not a holiday at 08-678 55 00.",
                "The profile Möte is in force at 08-678 55 00: a weekly period applies now.",
                "Calls to the fixed number 08-678 55 00 are forwarded at once to 070-174 06 10.",
                "070-174 06 10 is an external number; the call goes there.",
            ],
            [
                "Organisationen som äger 08-678 55 00 är inte avstängd.",
                "Det som användaren med numret 08-678 55 00 hade aktiverat för hand gäller inte längre.",
                "Ingen enstaka period hos 08-678 55 00 pågår just nu.",
                "I dag är det ingen helgdag hos 08-678 55 00.",
                "Profilen Möte gäller hos 08-678 55 00: en veckoperiod pågår.",
                "Samtal till fastnumret 08-678 55 00 vidarekopplas direkt till 070-174 06 10.",
                "070-174 06 10 är ett externt nummer, och samtalet går dit.",
            ]);
    }

    [Fact]
    public void A_vip_who_is_not_answered()
    {
        var user = exchange.Ruled(organisation, Fixed, new(RuleAction.RingThenReferral, OnNoAnswer: ForwardsTo(Outside, enabled: false)));
        exchange.Change(user, handling => handling with { Exceptions = [new(CallerGroup.Number, Number(Mobile), CallerTreatment.Vip)] });

        AssertTold(
            exchange.Decide(Fixed, Tried(Fixed, LineState.NoAnswer), Mobile),
            [
                "The organisation that owns 08-678 55 00 is not suspended.",
                "The user of 08-678 55 00 lets this caller ring through.",
                "The profile Tillgänglig is in force at 08-678 55 00: it is the default.",
                "Nobody answers at 08-678 55 00.",
                "The rule of 08-678 55 00 for that case is switched off.",
                "08-678 55 00 plays the referral when nobody takes the call.",
            ],
            [
                "Organisationen som äger 08-678 55 00 är inte avstängd.",
                "Användaren med numret 08-678 55 00 släpper alltid fram den som ringer.",
                "Profilen Tillgänglig gäller hos 08-678 55 00: den är standardprofil.",
                "Ingen svarar på 08-678 55 00.",
                "Regeln hos 08-678 55 00 för det fallet är avstängd.",
                "08-678 55 00 spelar upp hänvisningen när ingen tar samtalet.",
            ]);
    }

    private static void AssertTold(Decided decided, string[] english, string[] swedish)
    {
        Assert.Equal(english, Sentences.Of(decided.Trace, Language.English, masked: false));
        Assert.Equal(swedish, Sentences.Of(decided.Trace, Language.Swedish, masked: false));
    }

    private Decided BusyToColleague()
    {
        var colleague = exchange.Ruled(organisation, Mobile, NumberRule.Ring);
        exchange.Ruled(organisation, Fixed, NumberRule.Ring with { OnBusy = new(ConditionAction.Forward, Destination.Of(colleague), Enabled: true) });
        return exchange.Decide(Fixed, Tried(Fixed, LineState.Busy));
    }
}
