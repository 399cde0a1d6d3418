namespace Koppla.Benchmarks.Operations;

/// <summary>What one call asked of the tables.</summary>
/// <param name="ReadsBefore">Before the first command.</param>
/// <param name="Others">Queries and deletions, which no call should need.</param>
internal sealed record OperationCounts(
    int ReadsBefore, int WritesBefore, int Inserts, int Updates, int Reads, int Others, int Commands)
{
    public static OperationCounts Of(IReadOnlyList<CountedRequest> requests)
    {
        CountedRequest[] before = [.. requests.TakeWhile(each => each.Kind != RequestKind.Command)];
        return new(
            Count(before, RequestKind.Read),
            Count(before, RequestKind.Insert, RequestKind.Update, RequestKind.Delete),
            Count(requests, RequestKind.Insert),
            Count(requests, RequestKind.Update),
            Count(requests, RequestKind.Read),
            Count(requests, RequestKind.Query, RequestKind.Delete),
            Count(requests, RequestKind.Command));
    }

    private static int Count(IEnumerable<CountedRequest> requests, params RequestKind[] kinds) =>
        requests.Count(each => kinds.Contains(each.Kind));
}
