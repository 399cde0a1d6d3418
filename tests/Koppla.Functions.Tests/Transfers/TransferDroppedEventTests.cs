using Koppla.Tests;

namespace Koppla.Functions.Tests.Transfers;

/// <summary>Each event of each cell of the table is lost on the way, and the process lives.</summary>
public sealed class TransferDroppedEventTests
{
    public static TheoryData<string> States => TransferCrashTests.States;

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_transfer_ends_well_whichever_event_is_lost(string state)
    {
        var failures = new List<string>();
        foreach (var cell in TransferCells.All.Where(each => each.State == state))
        {
            using var whole = await TransferStory.PlayAsync(cell);
            foreach (var lost in whole.Told.Select(happened => happened.Id).Distinct(StringComparer.Ordinal).ToArray())
            {
                using var story = await TransferStory.PlayAsync(cell, isDropped: happened => happened.Id == lost);
                if (story.Complaint(isWhole: false) is { } complaint)
                {
                    failures.Add($"without {lost}: {complaint}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }
}
