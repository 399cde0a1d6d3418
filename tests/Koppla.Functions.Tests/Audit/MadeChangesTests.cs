using CsCheck;
using Koppla.Functions.Audit;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Tests.Audit;

public sealed class MadeChangesTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 9, 0);

    private static readonly Author By = new(null, null);

    /// <summary>One try to change the object: by whom it was read how many changes ago, whether it removes, and whether its process got to the end.</summary>
    private static readonly Gen<(int Stale, bool Removes, bool Finishes)> Try =
        Gen.Select(Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 3])), Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))), Gen.Bool);

    /// <summary>The object's versions are followed beside, as storage would: a change of an older version than the latest is refused.</summary>
    [Fact]
    public void What_was_made_is_told_from_what_was_not_wherever_processes_died() => Try.List[1, 12].Sample(tries =>
    {
        var life = new Life();
        foreach (var (stale, removes, finishes) in tries)
        {
            life.Try(stale, removes, finishes);
        }

        var found = MadeChanges.Among(life.Begun, life.Carried?.Id, life.Carried is not null, life.Finished);

        Assert.Equal(life.MadeAmongBegun.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Of_two_removals_of_the_same_version_one_is_told()
    {
        var made = Of("a", null, removes: false, minute: 0);
        Change[] begun = [Of("b", made.Id, removes: true, minute: 1), Of("c", made.Id, removes: true, minute: 2)];

        Assert.Single(MadeChanges.Among(begun, null, exists: false, [made]));
    }

    private static Change Of(string id, string? predecessor, bool removes, int minute) => new(
        id,
        new OrganisationId(Guid.Empty),
        Start + Duration.FromMinutes(minute),
        By,
        "tested",
        AuditedObject.Organisation,
        predecessor is null ? null : "{}",
        removes ? null : "{}",
        predecessor);

    private sealed class Life
    {
        private readonly List<Change?> versions = [null];
        private readonly HashSet<string> made = [];
        private int minute;

        public List<Change> Begun { get; } = [];

        public List<Change> Finished { get; } = [];

        public Change? Carried => versions[^1];

        public IEnumerable<string> MadeAmongBegun => Begun.Select(change => change.Id).Where(made.Contains);

        public void Try(int stale, bool removes, bool finishes)
        {
            minute++;
            var read = versions[Math.Max(0, versions.Count - 1 - stale)];
            if (removes && (read is null || read != Carried))
            {
                return; // A removal that is refused looks like one that was made: see the other test.
            }

            var change = Of($"{minute:D3}", read?.Id, removes, minute);
            var isMade = read == Carried;
            if (isMade)
            {
                made.Add(change.Id);
                versions.Add(removes ? null : change);
            }

            if (!finishes)
            {
                Begun.Add(change);
            }
            else if (isMade)
            {
                Finished.Add(change);
            }
        }
    }
}
