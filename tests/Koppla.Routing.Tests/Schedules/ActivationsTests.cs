using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;
using NodaTime;
using static Koppla.Routing.Tests.Schedules.Anna;

namespace Koppla.Routing.Tests.Schedules;

public sealed class ActivationsTests
{
    private static readonly Instant Now = At("2026-11-03 12:00");

    private static readonly CallHandling UntilTwo = Handling with { Activation = new(Meeting, At("2026-11-03 11:00"), At("2026-11-03 14:00")) };

    [Theory]
    [InlineData(30, "2026-11-03 14:30")]
    [InlineData(90, "2026-11-03 15:30")]
    [InlineData(600, "2026-11-04 00:00")]
    public void An_activation_gets_a_later_end(int minutes, string until) =>
        Assert.Equal(UntilTwo.Activation! with { Until = At(until) }, Activations.Extend(UntilTwo, minutes, Now).Value);

    [Fact]
    public void An_activation_until_the_next_change_gets_an_end_after_that_change()
    {
        var handling = With(Weekly(Gone, Workdays, "17:00", "08:00")) with { Activation = new(Meeting, At("2026-11-03 11:00"), UntilNextChange: true) };

        Assert.Equal(new(Meeting, At("2026-11-03 11:00"), At("2026-11-03 18:00")), Activations.Extend(handling, 60, Now).Value);
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(0)]
    [InlineData(29)]
    [InlineData(45)]
    [InlineData(750)]
    [InlineData(int.MaxValue)]
    public void An_extension_is_some_half_hours(int minutes) => AssertRefused("extension-not-valid", UntilTwo, minutes);

    [Fact]
    public void An_extension_reaches_at_most_twelve_hours_from_now()
    {
        AssertRefused("extension-too-long", UntilTwo, 630);
        AssertRefused("extension-too-long", UntilTwo, 720, At("2026-11-03 13:59"));
        AssertRefused("extension-too-long", UntilTwo with { Activation = UntilTwo.Activation! with { Until = Instant.MaxValue } }, 30);
        Assert.True(Activations.Extend(UntilTwo, 630, At("2026-11-03 12:30")).IsOk);
    }

    [Fact]
    public void Only_an_activation_in_force_is_extended()
    {
        AssertRefused("activation-missing", Handling, 30);
        AssertRefused("activation-missing", UntilTwo, 30, At("2026-11-03 14:00"));
        AssertRefused("activation-missing", UntilTwo, 30, At("2026-11-03 10:59"));
        AssertRefused("activation-missing", UntilTwo with { Activation = UntilTwo.Activation! with { Profile = Deleted } }, 30);
    }

    [Fact]
    public void A_forced_activation_has_no_end_to_extend()
    {
        AssertRefused("activation-has-no-end", Handling with { Activation = new(Meeting, Now) }, 30);
        AssertRefused("activation-has-no-end", Handling with { Activation = new(Meeting, Now, UntilNextChange: true) }, 30);
    }

    [Fact]
    public void The_end_of_an_activation_is_its_own_or_that_of_the_schedule()
    {
        var handling = With(Weekly(Gone, Workdays, "17:00", "08:00"));

        Assert.Null(Activations.EndOf(handling));
        Assert.Null(Activations.EndOf(handling with { Activation = new(Meeting, Now) }));
        Assert.Null(Activations.EndOf(Handling with { Activation = new(Meeting, Now, UntilNextChange: true) }));
        Assert.Equal(At("2026-11-03 17:00"), Activations.EndOf(handling with { Activation = new(Meeting, Now, UntilNextChange: true) }));
        Assert.Equal(At("2026-11-03 14:00"), Activations.EndOf(UntilTwo));
    }

    private static void AssertRefused(string name, CallHandling handling, int minutes, Instant? now = null) =>
        Assert.Equal(name, Activations.Extend(handling, minutes, now ?? Now).Refusal.Name);
}
