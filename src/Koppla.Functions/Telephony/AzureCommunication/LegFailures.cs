using Koppla.Functions.Telephony.CallEvents;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>
/// Why somebody who was rung is not in the call, by the codes of the event. The carrier's own SIP status goes first, for the provider's
/// code can be a general one; then the pairs that the provider documents, then its code alone.
/// </summary>
internal static class LegFailures
{
    // The carrier's SIP status is part of these sub-codes of the called side.
    private const int CarrierFirst = 560_001;
    private const int CarrierLast = 560_999;

    /// <summary>The provider's own documentation writes 560486 so in one place.</summary>
    private const int MisprintedBusy = 60_486;

    /// <param name="sip">The carrier's SIP status (RFC 3261), when it gave one.</param>
    /// <param name="q850">The carrier's cause (ITU-T Q.850), when it gave one.</param>
    public static LegFailureReading Classify(int? code, int? subCode, int? sip, int? q850) =>
        Reading(sip, BySip(sip, subCode, q850)) ??
        Reading(CarrierStatus(subCode), BySip(CarrierStatus(subCode), subCode, q850)) ??
        Reading(code, ByPair(code, subCode) ?? ByCode(code, subCode, q850)) ??

        // The safe one: the next target is tried. Nothing says that it did not ring.
        new LegFailureReading(LegFailure.NoConnection, LateMeansNoAnswer: true);

    private static LegFailureReading? Reading(int? status, LegFailure? failure) => failure is { } known
        ? new LegFailureReading(known, status is 408 or 480 or 487 && known is LegFailure.NoConnection or LegFailure.Cancelled)
        : null;

    private static int? CarrierStatus(int? subCode) => subCode switch
    {
        >= CarrierFirst and <= CarrierLast => subCode - CarrierFirst + 1,
        MisprintedBusy => 486,
        _ => null,
    };

    private static LegFailure? BySip(int? status, int? subCode, int? q850) => status switch
    {
        486 or 600 => LegFailure.Busy,
        408 => LegFailure.NoAnswer,
        480 => ByCause(q850),
        404 or 410 or 484 or 500 or 502 or 503 or 504 or 604 => LegFailure.NoConnection,
        403 when IsOfTheProvider(subCode) => LegFailure.NotPermitted,
        403 or 603 or 607 => LegFailure.Declined,
        487 => LegFailure.Cancelled,
        _ => null,
    };

    /// <summary>480 says that somebody is temporarily unavailable; the cause says how.</summary>
    private static LegFailure ByCause(int? q850) => q850 switch
    {
        17 => LegFailure.Busy,
        21 => LegFailure.Declined,
        1 or 2 or 3 or 20 or 22 or 27 or 28 or 31 or 34 or 38 or 41 or 42 => LegFailure.NoConnection,
        _ => LegFailure.NoAnswer,
    };

    private static LegFailure? ByPair(int? code, int? subCode) => (code, subCode) switch
    {
        (486, 540486) or (_, 8539 or 8540) => LegFailure.Busy,
        (408, 500001 or 10057 or 4506) or (487, 10004) => LegFailure.NoAnswer,
        (404, 511404) or (410, 531004) or (480, 10037 or 10076 or 10077 or 10078) or (_, 8541 or 8543 or 8544) => LegFailure.NoConnection,
        (603, 0) or (487, 10024) or (0, 5003) or (_, 8538) => LegFailure.Declined,
        (487, 10003 or 0 or 540487) or (_, 8542) => LegFailure.Cancelled,
        _ => null,
    };

    private static LegFailure? ByCode(int? code, int? subCode, int? q850) => code switch
    {
        // Alone it does not say that it was us who ended the ringing.
        487 => LegFailure.NoAnswer,
        >= 500 and <= 599 => LegFailure.NoConnection,
        _ => BySip(code, subCode, q850),
    };

    /// <summary>
    /// A 403 that the provider made itself: no voice route or trunk, a blocked number, calling or the caller ID not allowed. Others come
    /// from the called side.
    /// </summary>
    private static bool IsOfTheProvider(int? subCode) => subCode is
        510403 or 510532 or 510534 or 510559 or 510560 or 510562 or 510563 or 511532 or
        10199 or 10500 or 10553 or
        7504 or 7507 or 8500;
}
