
using Koppla.Routing.Directory;

namespace Koppla.Functions.Tests.Users;

/// <summary>A process that dies before or after any of its operations: the recovery leaves what a whole one would have.</summary>
public sealed class RemovalCrashTests
{
    private const int MoreThanThereAre = 200;

    [Fact]
    public Task A_removal_is_whole_or_not_at_all_wherever_it_ends() => WhereverItEndsAsync(async (operation, isLost) =>
    {
        var personnel = await Personnel.CreateAsync();
        var died = await personnel.DyingAsync(operation, isLost, personnel.RemoveAnnaAsync);
        await personnel.RecoverAsync();
        await personnel.CheckAsync();

        string[] expected = personnel.AnnaExists ? [] : ["number-unassigned", "number-unassigned", "user-removed"];
        Assert.Equal(expected, personnel.Told().Select(change => change.Action).Order(StringComparer.Ordinal));
        Assert.True(died || !personnel.AnnaExists);
        return died;
    });

    [Fact]
    public Task What_the_recovery_of_a_removal_leaves_another_one_finishes() => WhereverItEndsAsync(async (operation, isLost) =>
    {
        var personnel = await Personnel.CreateAsync();
        await personnel.DyingAsync(operation: 3, isLost: true, personnel.RemoveAnnaAsync);
        Assert.False(personnel.AnnaExists);
        var died = await personnel.DyingAsync(operation, isLost, personnel.RecoverAsync);
        await personnel.RecoverAsync();
        await personnel.CheckAsync();

        Assert.Equal(3, personnel.Entries.OfType<ReservedNumber>().Count());
        Assert.Equal(3, personnel.Told().Count());
        return died;
    });

    [Fact]
    public Task An_assignment_is_whole_or_not_at_all_wherever_it_ends() => WhereverItEndsAsync(async (operation, isLost) =>
    {
        var personnel = await Personnel.CreateAsync();
        var died = await personnel.DyingAsync(operation, isLost, personnel.AssignReservedAsync);
        await personnel.RecoverAsync();
        await personnel.CheckAsync();

        Assert.True(died || personnel.Entries.All(entry => entry is AssignedNumber));
        return died;
    });

    [Fact]
    public Task A_number_whose_assignment_ended_half_way_is_not_left_with_somebody_who_is_removed() => WhereverItEndsAsync(async (operation, isLost) =>
    {
        var personnel = await Personnel.CreateAsync();
        var died = await personnel.DyingAsync(operation, isLost, personnel.AssignReservedAsync);
        await personnel.RemoveAnnaAsync();
        await personnel.RecoverAsync();
        await personnel.CheckAsync();

        Assert.Equal(3, personnel.Entries.OfType<ReservedNumber>().Count());
        return died;
    });

    [Fact]
    public async Task Somebody_who_is_created_anew_before_the_recovery_has_the_numbers_given_since_and_no_others()
    {
        var personnel = await Personnel.CreateAsync();
        Assert.True(await personnel.DyingAsync(operation: 3, isLost: true, personnel.RemoveAnnaAsync));
        personnel.Wait();
        await personnel.CreateAnnaAnewAsync();
        await personnel.AssignReservedAsync();
        await personnel.RecoverAsync();

        Assert.Single(personnel.Entries.OfType<AssignedNumber>());
        await personnel.CheckAsync();
    }

    [Fact]
    public Task A_removal_between_any_two_steps_of_an_assignment_leaves_the_number_with_nobody() =>
        BetweenAnyTwoStepsAsync(personnel => personnel.AssignReservedAsync(), personnel => personnel.RemoveAnnaAsync());

    [Fact]
    public Task An_assignment_between_any_two_steps_of_a_removal_leaves_the_number_with_nobody() =>
        BetweenAnyTwoStepsAsync(personnel => personnel.RemoveAnnaAsync(), personnel => personnel.AssignReservedAsync());

    private static async Task BetweenAnyTwoStepsAsync(Func<Personnel, Task> outer, Func<Personnel, Task> inner)
    {
        for (var (step, isBetween) = (0, true); isBetween; step++)
        {
            Assert.InRange(step, 0, MoreThanThereAre);
            var personnel = await Personnel.CreateAsync();
            var reads = -1;
            isBetween = false;
            personnel.Storage.BeforeRead = async (_, _) =>
            {
                if (Interlocked.Increment(ref reads) == step)
                {
                    isBetween = true;
                    await inner(personnel);
                }
            };
            await outer(personnel);
            await personnel.RecoverAsync();
            await personnel.CheckAsync();
            Assert.True(!isBetween || !personnel.AnnaExists);
        }
    }

    private static async Task WhereverItEndsAsync(Func<int, bool, Task<bool>> check)
    {
        foreach (var isLost in new[] { false, true })
        {
            var operation = 0;
            while (await check(operation, isLost))
            {
                Assert.InRange(++operation, 0, MoreThanThereAre);
            }
        }
    }
}
