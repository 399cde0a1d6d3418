using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;
using static Koppla.Routing.Tests.Schedules.Anna;

namespace Koppla.Routing.Tests.Schedules;

public sealed class PrecedenceTests
{
    private static readonly Instant Noon = At("2026-06-19 12:00");

    private static readonly CallHandling Everything = Handling with
    {
        Activation = new(Meeting, At("2026-06-19 09:00")),
        Schedule = new(
            Stockholm,
            [Weekly(Lunch, Workdays, "12:00", "13:00", priority: 100)],
            [OneOff(Gone, "2026-06-19 12:00", "2026-06-20 00:00")],
            new(Leave, HolidayCalendar.Swedish)),
    };

    [Fact]
    public void The_sources_are_listed_in_the_order_in_which_they_win()
    {
        var schedule = Everything.Schedule;
        CallHandling[] oneLessEachTime =
        [
            Everything,
            Everything with { Activation = Everything.Activation! with { Until = At("2026-06-19 14:00") } },
            Everything with { Activation = null },
            Everything with { Activation = null, Schedule = schedule with { OneOff = [] } },
            Everything with { Activation = null, Schedule = schedule with { OneOff = [], Holidays = null } },
            Handling,
        ];

        Assert.Equal(
            Enum.GetValues<InForceSource>().Zip([Meeting, Meeting, Gone, Leave, Lunch, Available], (source, profile) => new InForce(profile, source)),
            oneLessEachTime.Select(handling => ProfileInForce.At(handling, Noon)));
    }

    // __08:59|09:00=====meeting=====13:59|14:00__
    [Theory]
    [InlineData("2026-11-03 08:59", InForceSource.Default)]
    [InlineData("2026-11-03 09:00", InForceSource.Activated)]
    [InlineData("2026-11-03 13:59", InForceSource.Activated)]
    [InlineData("2026-11-03 14:00", InForceSource.Default)]
    public void An_activation_lasts_from_its_beginning_to_just_before_its_end(string at, InForceSource source)
    {
        var handling = Handling with { Activation = new(Meeting, At("2026-11-03 09:00"), At("2026-11-03 14:00")) };

        Assert.Equal(new(source == InForceSource.Default ? Available : Meeting, source), ProfileInForce.At(handling, At(at)));
    }

    [Fact]
    public void A_forced_activation_is_not_in_force_before_its_beginning() =>
        Assert.Equal(new(Leave, InForceSource.Holiday), ProfileInForce.At(Everything with { Schedule = Everything.Schedule with { OneOff = [] } }, At("2026-06-19 08:59")));

    [Fact]
    public void A_boundary_of_the_schedule_does_not_end_an_activation_with_an_end_of_its_own()
    {
        var handling = With(Weekly(Lunch, Workdays, "12:00", "13:00")) with { Activation = new(Meeting, At("2026-11-03 09:00"), At("2026-11-03 14:00")) };

        Assert.Equal(new(Meeting, InForceSource.Activated), ProfileInForce.At(handling, At("2026-11-03 12:30")));
    }

    // schedule:   __________|12:00==lunch==13:00|__________
    // activation: __09:00===|12:00
    [Theory]
    [InlineData("2026-11-03 09:00", "mote", InForceSource.Activated)]
    [InlineData("2026-11-03 11:59", "mote", InForceSource.Activated)]
    [InlineData("2026-11-03 12:00", "lunch", InForceSource.Weekly)]
    [InlineData("2026-11-03 13:00", "tillganglig", InForceSource.Default)]
    public void An_activation_until_the_next_change_ends_where_the_schedule_changes(string at, string profile, InForceSource source)
    {
        var handling = With(Weekly(Lunch, Workdays, "12:00", "13:00")) with { Activation = new(Meeting, At("2026-11-03 09:00"), UntilNextChange: true) };

        Assert.Equal(new(ProfileId.Parse(profile).Value, source), ProfileInForce.At(handling, At(at)));
    }

    [Fact]
    public void A_change_at_its_very_beginning_does_not_end_an_activation_until_the_next_change()
    {
        var handling = With(Weekly(Lunch, Workdays, "12:00", "13:00")) with { Activation = new(Meeting, At("2026-11-03 12:00"), UntilNextChange: true) };

        Assert.Equal(new(Meeting, InForceSource.Activated), ProfileInForce.At(handling, At("2026-11-03 12:59")));
        Assert.Equal(new(Available, InForceSource.Default), ProfileInForce.At(handling, At("2026-11-03 13:00")));
    }

    // morning and afternoon are the same profile by the same source: 12:00 is no change
    [Fact]
    public void A_boundary_at_which_nothing_changes_does_not_end_an_activation_until_the_next_change()
    {
        var handling = With(Weekly(Gone, Workdays, "08:00", "12:00"), Weekly(Gone, Workdays, "12:00", "17:00", priority: 1)) with
        {
            Activation = new(Meeting, At("2026-11-03 09:00"), UntilNextChange: true),
        };

        Assert.Equal(new(Meeting, InForceSource.Activated), ProfileInForce.At(handling, At("2026-11-03 16:59")));
        Assert.Equal(new(Available, InForceSource.Default), ProfileInForce.At(handling, At("2026-11-03 17:00")));
    }

    [Fact]
    public void Without_a_next_change_an_activation_until_then_is_forced()
    {
        var activation = new Activation(Meeting, At("2026-11-03 09:00"), UntilNextChange: true);

        Assert.Equal(new(Meeting, InForceSource.Forced), ProfileInForce.At(Handling with { Activation = activation }, At("2028-11-03 09:00")));
        Assert.Equal(
            new(Meeting, InForceSource.Forced),
            ProfileInForce.At(With(Weekly(Gone, EveryDay, "08:00", "08:00")) with { Activation = activation }, At("2026-11-04 09:00")));
    }

    [Fact]
    public void An_activation_with_an_end_that_is_not_after_its_beginning_is_never_in_force()
    {
        var handling = Handling with { Activation = new(Meeting, Noon, Noon) };

        Assert.Equal(InForceSource.Default, ProfileInForce.At(handling, Noon).Source);
        Assert.Null(ProfileInForce.NextChange(handling, Noon - Duration.FromHours(1)));
    }

    [Fact]
    public void What_names_a_profile_that_is_gone_is_passed_over()
    {
        var handling = Handling with
        {
            Activation = new(Deleted, At("2026-06-19 09:00")),
            Schedule = new(
                Stockholm,
                [Weekly(Lunch, Workdays, "12:00", "13:00"), Weekly(Deleted, Workdays, "12:00", "13:00", priority: 100)],
                [OneOff(Deleted, "2026-06-19 12:00", "2026-06-20 00:00")],
                new(Deleted, HolidayCalendar.Swedish)),
        };

        Assert.Equal(new(Lunch, InForceSource.Weekly), ProfileInForce.At(handling, Noon));
        Assert.Equal(At("2026-06-19 13:00"), ProfileInForce.NextChange(handling, Noon));
    }

    [Fact]
    public void Nothing_is_allocated_for_a_call()
    {
        var untilNextChange = Everything with { Activation = new(Meeting, At("2026-06-19 09:00"), UntilNextChange: true) };
        CallHandling[] handlings = [Handling, Everything, Everything with { Activation = null }, untilNextChange];
        var found = 0;
        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var handling in handlings)
            {
                for (var minutes = 0; minutes < 500; minutes += 10)
                {
                    found += (int)ProfileInForce.At(handling, Noon + Duration.FromMinutes(minutes)).Source;
                }
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated();
        Assert.Equal(0, Allocated());
        Assert.True(found > 0);
    }
}
