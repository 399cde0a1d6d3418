using System.Globalization;
using Koppla.Tests;

namespace Koppla.Functions.Tests.Transfers;

/// <summary>
/// The process is killed at each operation of each cell of the table in turn, before it is done and after. The way to a state is gone
/// through once, with the first cell of the state.
/// </summary>
public sealed class TransferCrashTests
{
    public static TheoryData<string> States => [.. TransferCells.All.Select(cell => cell.State).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(States))]
    public Task A_transfer_goes_as_it_should_when_nothing_happens_to_the_process(string state) =>
        CheckAsync(state, async (cell, _, failures) =>
        {
            using var story = await TransferStory.PlayAsync(cell);
            failures.Add(story.Complaint(isWhole: true));
        });

    [Theory]
    [MemberData(nameof(States))]
    public Task A_transfer_goes_as_it_should_when_the_process_dies_and_what_it_was_told_comes_again(string state) =>
        CheckAsync(state, (cell, isFirst, failures) => KillEverywhereAsync(cell, isFirst, redelivers: true, failures));

    [Theory]
    [MemberData(nameof(States))]
    public Task A_transfer_ends_well_when_the_process_dies_and_what_it_was_told_is_lost(string state) =>
        CheckAsync(state, (cell, isFirst, failures) => KillEverywhereAsync(cell, isFirst, redelivers: false, failures));

    private static async Task CheckAsync(string state, Func<TransferCell, bool, List<string?>, Task> check)
    {
        var failures = new List<string?>();
        foreach (var (number, cell) in TransferCells.All.Where(each => each.State == state).Index())
        {
            await check(cell, number == 0, failures);
        }

        Assert.True(failures.OfType<string>().FirstOrDefault() is null, string.Join(Environment.NewLine, failures.OfType<string>()));
    }

    private static async Task KillEverywhereAsync(TransferCell cell, bool isFirst, bool redelivers, List<string?> failures)
    {
        using var whole = await TransferStory.PlayAsync(cell);
        var first = isFirst ? whole.Operations.Begin : whole.Operations.Event;
        foreach (var before in new[] { true, false })
        {
            var operation = first;
            while (await StrikesAsync(cell, ++operation, before, redelivers, failures))
            {
            }

            Assert.True(operation > first + 1, $"{cell}: nothing was killed.");
        }
    }

    private static async Task<bool> StrikesAsync(TransferCell cell, int operation, bool before, bool redelivers, List<string?> failures)
    {
        using var story = await TransferStory.PlayAsync(cell, perils => perils.KillAt(operation, before), redelivers);
        if (story.Complaint(isWhole: redelivers) is { } complaint)
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"killed {(before ? "before" : "after")} operation {operation}: {complaint}"));
        }

        return story.Perils.HasStruck;
    }
}
