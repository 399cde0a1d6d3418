using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Transfers;

/// <summary>What can be wrong with a request about a transfer.</summary>
internal static class TransferProblems
{
    /// <summary>Names of why a call is not transferred now.</summary>
    public static readonly string[] Conflicts = ["call-not-connected", "transfer-under-way", "transfer-over", "target-unavailable"];

    /// <summary>Names of why a transfer does not end by hand.</summary>
    public static readonly string[] OfEnds = ["transfer-direct", "transfer-over"];

    public static readonly string[] OfTargets = ["colleague-is-self", "target-in-call", "key-without-use"];

    public static readonly Problem CallNotFound = new(
        StatusCodes.Status404NotFound, "call-not-found", "You are in no such call.", "call");

    public static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound, "transfer-not-found", "The call has no such transfer.", "transfer");

    public static readonly Problem NoCall = new(
        StatusCodes.Status409Conflict, "no-ongoing-call", "You are in no call that could be transferred.");

    public static readonly Problem NotTalking = new(
        StatusCodes.Status409Conflict, "call-not-connected", "Only a call in which you talk with somebody can be transferred.", "call");

    public static readonly Problem UnderWay = new(
        StatusCodes.Status409Conflict, "transfer-under-way", "A transfer of this call is under way already.", "call");

    public static readonly Problem CannotTakeBack = new(
        StatusCodes.Status409Conflict, "transfer-direct", "A direct transfer can't be taken back, nor completed by hand.", "transfer");

    public static readonly Problem Over = new(
        StatusCodes.Status409Conflict, "transfer-over", "The transfer is over.", "transfer");

    public static readonly Problem ColleagueIsSelf = new(
        StatusCodes.Status422UnprocessableEntity, "colleague-is-self", "A call can't be transferred to yourself.", "to.user");

    public static readonly Problem AlreadyInCall = new(
        StatusCodes.Status422UnprocessableEntity, "target-in-call", "The target is in this call already.", "to");

    public static Problem Unavailable(string why) => new(
        StatusCodes.Status409Conflict, "target-unavailable", $"The target can't be rung: {why}", "to");

    public static Problem SeveralCalls(IReadOnlyList<string> calls) => new(
        StatusCodes.Status409Conflict, "several-calls", "You are in several calls: say which.")
    {
        Candidates = calls,
    };
}
