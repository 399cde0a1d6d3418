using Koppla.Routing.Numbers;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;
using NodaTime;
using NodaTime.Text;
using static Koppla.Local.Example.ExampleOrganisation;
using static Koppla.Local.Example.ExamplePeople;

namespace Koppla.Local.Demo;

/// <summary>The calls of the demonstration, in order.</summary>
internal static class DemoCalls
{
    public static readonly PhoneNumber NotOurs = PhoneNumber.Parse("040-628 04 77").Value;

    public static readonly IReadOnlyList<DemoCall> All =
    [
        Answered("A reserved fixed number is forwarded to a mobile", ReservedForwarded, Janitor.E164),
        Answered("A reserved fixed number without forwarding goes to the organisation's fallback", ReservedSilent, Reception.E164),
        Rejected("A reserved mobile number is refused: it needs an active SIM card", ReservedMobile),
        Answered("A user's fixed number rings in her app", AnnaFixed, AppOf(Anna)),
        Answered("The same user's mobile number has another rule: it is forwarded at once", AnnaMobile, AnswerService.E164),
        Answered("On busy: Lars talks already, so the call goes to his colleague Anna", LarsFixed, AppOf(Anna)) with
        {
            Telephone = AppOf(Lars),
            Does = TelephoneScript.Busy(),
        },
        Answered("On no answer: after five seconds the answering service takes Mona's call", MonaFixed, AnswerService.E164) with
        {
            Telephone = AppOf(Mona),
            Does = TelephoneScript.NoAnswer(),
        },
        new("On no connection: Nils has switched his telephone off, and the caller hears the referral", Customer, NilsFixed, OutcomeKind.NobodyAnswered, AppOf(Nils))
        {
            Telephone = AppOf(Nils),
            Does = TelephoneScript.Unreachable(Unreachability.NotRegistered),
        },
        Answered("After the referral: Karin is at lunch, and then the answering service takes the call", KarinFixed, AnswerService.E164) with
        {
            Change = new($"users/{Karin.Id}/activation", now => new
            {
                profile = Lunch.Value,
                until = OffsetDateTimePattern.Rfc3339.Format(now.PlusMinutes(45).ToOffsetDateTime()),
            }),
        },
        Answered("A schedule: Olle is still there", OlleFixed, AppOf(Olle)) with
        {
            Change = new($"users/{Olle.Id}/schedule", now => new
            {
                timeZone = now.Zone.Id,
                oneOff = new[] { new { profile = GoneForTheDay.Value, from = Local(now.PlusSeconds(3)), to = Local(now.PlusHours(1)), priority = 0 } },
            }),
        },
        Answered("A schedule that has flipped: Olle has left for the day, and Anna gets his calls", OlleFixed, AppOf(Anna)) with
        {
            After = TimeSpan.FromSeconds(4),
        },
        Answered("A chain inside the organisation: reserved, to Eva, to Anna's app", ReservedToEva, AppOf(Anna)),
        Answered("A loop between two numbers is stopped", LoopFirst, Reception.E164),
        Answered("A caller who withholds his number is served like any other", ReservedToAnna, AppOf(Anna)) with { Caller = null },
        Rejected("A number that is not ours is refused", NotOurs),
    ];

    private static string Local(ZonedDateTime time) => LocalDateTimePattern.GeneralIso.Format(time.LocalDateTime);

    private static DemoCall Answered(string title, PhoneNumber called, string by) =>
        new(title, Customer, called, OutcomeKind.Answered, by);

    private static DemoCall Rejected(string title, PhoneNumber called) =>
        new(title, Customer, called, OutcomeKind.Rejected, "none");
}
