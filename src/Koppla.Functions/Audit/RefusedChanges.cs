using Koppla.Functions.Api;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Koppla.Functions.Audit;

/// <summary>
/// Keeps the changes that were asked for and not allowed: by who may not, or against a rule. What was malformed, or met another
/// version, tells nothing of anybody.
/// </summary>
internal sealed class RefusedChanges(AuditLog log, ISecretSource secrets, IClock clock)
{
    public const string Action = "refused";

    /// <summary>The longest document that is kept, in characters.</summary>
    private const int MaxDocument = 30_000;

    /// <summary>What is asked for by name, without being at fault.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal) { "changed-meanwhile", "idempotency-key-reused" };

    public async Task RecordAsync(EndpointFilterInvocationContext context, ChangeTerms terms, int status, string rule)
    {
        var http = context.HttpContext;
        if (!Matters(status, rule) || Person.From(http.User) is not { } person)
        {
            return;
        }

        var asked = context.Arguments.OfType<IRequestBody>().FirstOrDefault()?.ToJson();
        await RecordAsync(person.Organisation, terms.By(person), ObjectOf(person, http), rule, asked, http.RequestAborted);
    }

    /// <summary>A request of somebody who has not the role for it.</summary>
    public Task RecordForbiddenAsync(Person person, HttpContext http) => RecordAsync(
        person.Organisation, Author.Of(person, http), ObjectOf(person, http), "forbidden", null, http.RequestAborted);

    public static bool Matters(int status, string rule) =>
        status is StatusCodes.Status403Forbidden or StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity
        && !Harmless.Contains(rule);

    /// <summary>Of many that were asked for at once.</summary>
    public Task RecordAsync(OrganisationId organisation, Author by, IEnumerable<(AuditedObject About, string Rule)> refused, CancellationToken cancellationToken) =>
        log.AppendAsync(refused.Select(each => ChangeOf(organisation, by, each.About, each.Rule, null)), cancellationToken);

    private Task RecordAsync(
        OrganisationId organisation, Author by, AuditedObject about, string rule, string? asked, CancellationToken cancellationToken) =>
        log.AppendAsync([ChangeOf(organisation, by, about, rule, asked is { Length: <= MaxDocument } ? asked : null)], cancellationToken);

    private Change ChangeOf(OrganisationId organisation, Author by, AuditedObject about, string rule, string? asked)
    {
        var now = clock.GetCurrentInstant();
        return new Change(ChangeId.Of(now, secrets.Next()), organisation, now, by, Action, about, null, asked, null) { Refused = rule };
    }

    private static AuditedObject ObjectOf(Person person, HttpContext http) => (http.Request.RouteValues["number"], http.Request.RouteValues["user"]) switch
    {
        (string number, _) when PhoneNumber.Parse(number) is { IsOk: true } parsed => AuditedObject.Of(parsed.Value),
        (_, "me") => AuditedObject.Of(person.Id),
        (_, string user) when UserId.Parse(user) is { IsOk: true } parsed => AuditedObject.Of(parsed.Value),
        _ => AuditedObject.Organisation,
    };
}
