using CsCheck;
using Koppla.Routing.Callers;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>A call to a small random directory, dense enough that loops, chains and dead ends are common.</summary>
internal sealed record RandomCall(Exchange Exchange, Call Call)
{
    private const int Organisations = 3;
    private const int Users = 6;

    private static readonly string[] Ours =
    [
        "08-678 55 00", "08-678 55 01", "08-678 55 02", "08-678 55 03", "08-678 55 04", "08-678 55 05", "08-678 55 06",
        "010-123 45 67", "070-174 06 05", "070-174 06 06",
    ];

    private static readonly string[] Others = ["070-174 06 98", "070-174 06 99", "0900-1234567", "+4722123456", "+8821612345678", "0781234567"];

    private static readonly Gen<string> OurNumber = Gen.OneOf(Ours);
    private static readonly Gen<string> AnyNumber = Gen.Frequency((4, OurNumber), (1, Gen.OneOf(Others)));
    private static readonly Gen<string?> PerhapsNumber = Perhaps(AnyNumber, 6);

    private static readonly Gen<LineState> State = Gen.Enum<LineState>();

    private static readonly Gen<Destination> ADestination = Gen.Frequency(
        (3, AnyNumber.Select(To)),
        (1, Gen.Int[0, Users].Select(user => Destination.Of(IdOf(user)))));

    private static readonly Gen<ConditionalRule?> Condition = Perhaps(
        from action in Gen.Enum<ConditionAction>()
        from to in Perhaps(ADestination, 5)
        from enabled in Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false)))
        select new ConditionalRule(action, to, enabled),
        2);

    private static readonly Gen<NumberRule> Rule =
        from action in Gen.Frequency(
            (4, Gen.Const(RuleAction.Ring)),
            (4, Gen.Const(RuleAction.Forward)),
            (2, Gen.Const(RuleAction.Referral)),
            (1, Gen.Const(RuleAction.RingThenReferral)),
            (1, Gen.Const(RuleAction.Reject)))
        from to in Perhaps(ADestination, 6)
        from after in Perhaps(Gen.Select(ADestination, Gen.Bool), 3)
        from conditions in Gen.Select(Condition, Condition, Condition)
        from seconds in Gen.Int[NumberRule.MinNoAnswerSeconds, NumberRule.MaxNoAnswerSeconds]
        select new NumberRule(
            action,
            to,
            after is var (afterTo, enabled) ? new FollowUp(afterTo, enabled) : null,
            conditions.Item1,
            conditions.Item2,
            conditions.Item3,
            seconds);

    private static readonly Gen<Profile> AProfile =
        from index in Gen.Int[0, DefaultProfiles.All.Length - 1]
        from rules in Gen.Select(Rule, Rule)
        select DefaultProfiles.All[index] with { Fixed = rules.Item1, Mobile = rules.Item2 };

    private static readonly Gen<CallerException> Exception =
        from kind in Gen.Select(Gen.Enum<CallerGroup>(), Gen.Enum<CallerTreatment>())
        from number in AnyNumber
        select new CallerException(kind.Item1, kind.Item1 == CallerGroup.Number ? Number(number) : null, kind.Item2);

    /// <summary>Periods of every kind, some of them now.</summary>
    private static readonly Gen<Schedule> ASchedule =
        from weekly in Gen.Select(Gen.Int[0, 9], Gen.Int[0, 23], Gen.Int[0, 23]).Array[0, 2]
        from oneOff in Gen.Select(Gen.Int[0, 9], Gen.Int[-12, 12], Gen.Int[1, 12]).Array[0, 1]
        from holiday in Perhaps(Gen.Select(Gen.Int[0, 9], Gen.Bool), 2)
        select Schedule.Empty with
        {
            Weekly = [.. weekly.Select(period => new WeeklyPeriod(ProfileOf(period.Item1), WeekDays.Tuesday, new(period.Item2, 0), new(period.Item3, 0)))],
            OneOff = [.. oneOff.Select(period => new OneOffPeriod(ProfileOf(period.Item1), LocalNoon.PlusHours(period.Item2), LocalNoon.PlusHours(period.Item2 + period.Item3)))],
            Holidays = holiday is var (profile, now) ? new(ProfileOf(profile), new(true, now ? [new(LocalNoon.Date, "Ledig dag")] : [], [])) : null,
        };

    private static readonly Gen<Activation> AnActivation =
        from profile in Gen.Int[0, 9]
        from hours in Gen.Int[-2, 2]
        from kind in Gen.Int[0, 2]
        select new Activation(ProfileOf(profile), Noon - Duration.FromHours(3), kind == 0 ? Noon + Duration.FromHours(hours) : null, kind == 1);

    private static readonly Gen<Device> ADevice = Gen.Frequency(
        (3, Gen.Const((Device)App)),
        (2, AnyNumber.Select(number => (Device)new TelephoneDevice(Number(number)))));

    private static readonly Gen<CallHandling> Handling =
        from profiles in AProfile.Array[1, 4]
        from activation in Perhaps(AnActivation, 1)
        from schedule in ASchedule
        from exceptions in Gen.Frequency((2, Gen.Const(Array.Empty<CallerException>())), (1, Exception.Array[1, 3]))
        from fresh in Gen.Select(AnyNumber, Gen.Int[0, 3]).Array[0, 4]
        from devices in Gen.Frequency((1, Gen.Const(Array.Empty<Device>())), (6, ADevice.Array[1, 1]), (2, ADevice.Array[2, 3]))
        select new CallHandling(
            [.. profiles.DistinctBy(profile => profile.Id)], profiles[0].Id, activation, schedule, [.. exceptions], [.. devices])
        {
            NewDestinations = [.. fresh.DistinctBy(each => each.Item1).Select(each => new NewDestination(Number(each.Item1), Noon - Duration.FromHours(each.Item2)))],
        };

    private static readonly Gen<ExternalForwardPolicy> APolicy =
        from setBy in Gen.Frequency((1, Gen.Const(ForwardSetters.Nobody)), (5, Gen.Const(ForwardSetters.Administrators)), (5, Gen.Const(ForwardSetters.Everyone)))
        from minutes in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 200]))
        from limits in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5])
        select new ExternalForwardPolicy(setBy, ConfirmFirst: false, minutes, limits.Item1, limits.Item2);

    private static readonly Gen<LineStates> Lines = Gen.Frequency(
        (5, Gen.Const(LineStates.Empty)),
        (1, State.Select(LineStates.Everywhere)),
        (4, Gen.Select(AnyNumber, State, Gen.Int[0, 2]).Array[1, 6].Select(tried => tried.Aggregate(LineStates.Empty, Tried))));

    internal static readonly Gen<RandomCall> Any =
        from organisations in Gen.Select(PerhapsNumber, Gen.Int[0, 14], Gen.Bool, State).Array[Organisations]
        from policies in Gen.Select(APolicy, Gen.Int[0, 2]).Array[Organisations]
        from users in Gen.Select(Gen.Int[0, Organisations - 1], Gen.Int[0, 5], Handling).Array[Users]
        from entries in Gen.Select(Gen.Int[0, 19], Gen.Int[0, Organisations - 1], Gen.Int[0, Users - 1], PerhapsNumber, Gen.Int[0, 19]).Array[Ours.Length]
        from called in Gen.Frequency((12, OurNumber), (1, AnyNumber))
        from caller in Perhaps(AnyNumber, 4)
        from trail in Gen.Frequency((6, Gen.Const(Array.Empty<string>())), (1, AnyNumber.Array[0, 8]))
        from lines in Lines
        select new RandomCall(
            Build(organisations, policies, users, entries),
            new(Number(called), caller is null ? null : Number(caller), Noon, TrailOf(trail)) { Lines = lines });

    private static LocalDateTime LocalNoon => Noon.InZone(Schedule.Empty.Zone).LocalDateTime;

    internal Decided Decide() => Exchange.Decide(Call);

    public override string ToString() => $"{Call} {string.Join(", ", Exchange.Numbers)} {string.Join(", ", Exchange.Users.Values)}";

    private static Exchange Build(
        (string? Fallback, int State, bool Abroad, LineState Declined)[] organisations,
        (ExternalForwardPolicy Policy, int Calls)[] policies,
        (int Organisation, int Listed, CallHandling Handling)[] users,
        (int Kind, int Organisation, int User, string? Destination, int State)[] entries)
    {
        var exchange = new Exchange();
        var ids = Array.ConvertAll(organisations, organisation => exchange.Organisation(
            organisation.Fallback,
            suspended: organisation.State == 0,
            organisation.Abroad ? AllowedCountries.Of("NO", "SE").Value : null));
        foreach (var (id, organisation) in ids.Zip(organisations))
        {
            exchange.Change(id, it => it with { DeclinedCountsAs = organisation.Declined });
        }

        foreach (var (id, (policy, calls)) in ids.Zip(policies))
        {
            exchange.Change(id, it => it with { ExternalForwards = policy });
            exchange.Counted(id, (Forwarder.Of(id, IdOf(0)), calls), (Forwarder.Of(id, Number(Ours[0])), calls));
        }

        foreach (var (number, entry) in Ours.Zip(entries))
        {
            var organisation = ids[entry.Organisation];
            switch (entry.Kind)
            {
                case 0:
                    exchange.Assigned(organisation, number, new UserId(Guid.Empty));
                    break;
                case 1:
                    exchange.Reserved(new OrganisationId(Guid.Empty), number, entry.Destination);
                    break;
                case < 6:
                    exchange.Reserved(
                        organisation, number, entry.Destination, enabled: entry.State > 3, entry.User == 0 ? Noon - Duration.FromHours(1) : null);
                    break;
                default:
                    exchange.Assigned(entry.State == 0 ? organisation : ids[users[entry.User].Organisation], number, IdOf(entry.User));
                    break;
            }
        }

        for (var i = 0; i < users.Length; i++)
        {
            string[] numbers = users[i].Listed == 0
                ? []
                : [.. Ours.Where(number => exchange.Numbers[Number(number)] is AssignedNumber(_, var user) && user == IdOf(i))];
            exchange.User(ids[users[i].Organisation], IdOf(i), users[i].Handling, numbers);
        }

        return exchange;
    }

    private static UserId IdOf(int user) => new(new Guid(1000 + user, 0, 0, new byte[8]));

    private static ProfileId ProfileOf(int index) => DefaultProfiles.All[index].Id;

    private static LineStates Tried(LineStates lines, (string Number, LineState State, int Kind) tried) => tried.Kind switch
    {
        0 => lines.WithReferral(Number(tried.Number)),
        _ => lines.With(Number(tried.Number), tried.State),
    };

    private static Gen<T?> Perhaps<T>(Gen<T> value, int often)
        where T : class => Gen.Frequency((often, value.Select(it => (T?)it)), (1, Gen.Const((T?)null)));

    private static Gen<(T1 One, T2 Two)?> Perhaps<T1, T2>(Gen<(T1 One, T2 Two)> value, int often) =>
        Gen.Frequency((often, value.Select(it => ((T1, T2)?)it)), (1, Gen.Const(((T1, T2)?)null)));
}
