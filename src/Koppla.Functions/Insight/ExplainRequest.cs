using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Insight;

/// <summary>A call to explain, real or thought of.</summary>
/// <param name="Number">The called number, in any usual spelling.</param>
/// <param name="Caller">Who calls; left out or null: withheld.</param>
/// <param name="At">When it rings: ISO 8601 with an offset; left out: now, with the calls that have been sent outside within the hour.</param>
/// <param name="Lines">Lines that do not take the call, each with its state: <c>busy</c>, <c>no-answer</c>, <c>no-connection</c> or <c>declined</c>.</param>
/// <param name="AsOf">The rules are those of that time, by the audit log: ISO 8601 with an offset, not in the future; left out: those of now.</param>
/// <param name="ReferralHeard">Numbers whose referral the caller has heard.</param>
[Example("""{"number":"08-465 004 10","at":"2026-12-24T17:00:00+01:00","lines":{"08-465 004 20":"busy"}}""")]
internal sealed record ExplainRequest(
    [property: Required] string? Number = null,
    string? Caller = null,
    string? At = null,
    string? AsOf = null,
    IReadOnlyDictionary<string, string?>? Lines = null,
    IReadOnlyList<string?>? ReferralHeard = null);
