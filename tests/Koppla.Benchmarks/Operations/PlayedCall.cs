namespace Koppla.Benchmarks.Operations;

/// <summary>One call of a kind, and what it took.</summary>
/// <param name="Requests">Of the app, to the tables and to the provider, in order.</param>
/// <param name="Executions">Of functions: the incoming call's, and one for each callback.</param>
internal sealed record PlayedCall(CallKind Kind, IReadOnlyList<CountedRequest> Requests, int Executions)
{
    public OperationCounts Counts => OperationCounts.Of(Requests);

    public int TableRequests => Requests.Count(each => each.Kind != RequestKind.Command);

    public int Commands => Requests.Count - TableRequests;
}
