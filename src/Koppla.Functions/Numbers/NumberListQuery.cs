using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Numbers;

/// <summary>The parameters of a list of numbers: <c>state</c>, <c>limit</c>, <c>continuation</c>.</summary>
internal sealed record NumberListQuery(string? State, PhoneNumber? After, int Limit, Problem? Problem = null)
{
    public static readonly RequestParameter[] Parameters =
    [
        RequestParameter.Word("state", "Only numbers in this state.", NumberMapping.Reserved, NumberMapping.Assigned),
        Paging.Parameter,
        Continuation.Parameter,
    ];

    public static NumberListQuery Parse(IQueryCollection query)
    {
        if (Paging.Limit(query) is not { } limit)
        {
            return Refused(Paging.LimitProblem);
        }

        var state = query["state"].ToString();
        if (state is not ("" or NumberMapping.Reserved or NumberMapping.Assigned))
        {
            return Refused(Problems.Parameter("state", "state is reserved or assigned."));
        }

        var after = Continuation.Read(query);
        var number = after is { Length: > 0 } ? PhoneNumber.ParseE164($"+{after}") : default;
        return after is null || (after.Length > 0 && !number.IsOk)
            ? Refused(Continuation.Problem)
            : new NumberListQuery(state.Length == 0 ? null : state, number.IsOk ? number.Value : null, limit);
    }

    private static NumberListQuery Refused(Problem problem) => new(null, null, 0, problem);
}
