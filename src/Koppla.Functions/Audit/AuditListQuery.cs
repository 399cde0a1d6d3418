using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Routing;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Audit;

/// <summary>The parameters of the audit log: <c>from</c>, <c>to</c>, <c>person</c>, <c>object</c>, <c>limit</c>, <c>continuation</c>.</summary>
internal sealed record AuditListQuery(AuditQuery Query, PageRequest Page, Problem? Problem = null)
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
        var page = PageRequest.Parse(query, ChangeId.IsId);
        var from = reading.Instant("from");
        var to = reading.Instant("to");
        var person = reading.Value("person", UserId.Parse, "person is an id: a GUID with hyphens.");
        var about = reading.Text("object") is { } text ? AuditedObject.Parse(text) : null;
        if (about is null && reading.Text("object") is not null)
        {
            reading.Refuse("object", "object is organisation, user: and an id, or number: and a number.");
        }

        var after = page.After.Length == 0 ? null : page.After;
        return new AuditListQuery(
            new AuditQuery(about, person, from, to, after, page.ReadAtMost), page, page.Problem ?? reading.Problem);
    }
}
