using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>The parameters <c>limit</c> and <c>continuation</c> of a list whose items have ids, in their order.</summary>
/// <param name="After">The id of the last item of the page before; empty: this is the first page.</param>
internal sealed record PageRequest(int Limit, string After, Problem? Problem = null)
{
    /// <summary>One more than the page holds tells whether there is another.</summary>
    public int ReadAtMost => Limit + 1;

    /// <param name="isId">Whether a text has the form of an id.</param>
    public static PageRequest Parse(IQueryCollection query, Func<string, bool> isId) =>
        Paging.Limit(query) is not { } limit ? new(0, string.Empty, Paging.LimitProblem)
        : Continuation.Read(query) is not { } after || (after.Length > 0 && !isId(after)) ? new(0, string.Empty, Continuation.Problem)
        : new(limit, after);

    /// <param name="read">At most <see cref="ReadAtMost"/>.</param>
    /// <returns>Those on the page, and what asks for the next one; null: there is none.</returns>
    public (IEnumerable<T> Items, string? Continuation) PageOf<T>(IReadOnlyList<T> read, Func<T, string> idOf) =>
        (read.Take(Limit), read.Count > Limit ? Api.Continuation.Of(idOf(read[Limit - 1])) : null);
}
