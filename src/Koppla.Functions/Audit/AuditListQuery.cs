using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Routing;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Audit;

/// <summary>The parameters of the audit log: <c>from</c>, <c>to</c>, <c>person</c>, <c>object</c>, <c>limit</c>, <c>continuation</c>.</summary>
internal sealed record AuditListQuery(AuditQuery Query, int Limit, Problem? Problem = null)
{
    public static readonly RequestParameter[] Parameters =
    [
        RequestParameter.Text("from", "The earliest that is told.", format: "date-time"),
        RequestParameter.Text("to", "The first that is not told any more.", format: "date-time"),
        RequestParameter.Text("person", "Only what this person did.", format: "uuid"),
        RequestParameter.Text("object", "Only what was done to `organisation`, to `user:` and an id, or to `number:` and a number."),
        Paging.Parameter,
        Continuation.Parameter,
    ];

    public static AuditListQuery Parse(IQueryCollection query)
    {
        var reading = new ParameterReading(query);
        var limit = Paging.Limit(query);
        var from = reading.Instant("from");
        var to = reading.Instant("to");
        var person = reading.Value("person", UserId.Parse, "person is an id: a GUID with hyphens.");
        var about = reading.Text("object") is { } text ? AuditedObject.Parse(text) : null;
        if (about is null && reading.Text("object") is not null)
        {
            reading.Refuse("object", "object is organisation, user: and an id, or number: and a number.");
        }

        var after = Continuation.Read(query);
        var problem = limit is null ? Paging.LimitProblem
            : after is null || (after.Length > 0 && !ChangeId.IsId(after)) ? Continuation.Problem
            : reading.Problem;
        return new AuditListQuery(
            new AuditQuery(about, person, from, to, string.IsNullOrEmpty(after) ? null : after), limit ?? 0, problem);
    }
}
