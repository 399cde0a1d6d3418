using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Telephones;

/// <summary>Why a ringing leg came to nothing, with the codes the service reports and those of the carrier.</summary>
internal sealed record CallFailure(string Name, ResultCode Code, int? Sip = null, int? Q850 = null)
{
    public static CallFailure Busy { get; } = new("busy", new(486, 560486), 486, 17);

    public static CallFailure Declined { get; } = new("declined", new(603, 560603), 603, 21);

    public static CallFailure Forbidden { get; } = new("forbidden", new(403, 560403), 403, 21);

    public static CallFailure NetworkGaveUp { get; } = new("no answer", new(480, 560480), 480, 19);

    public static CallFailure TemporarilyUnavailable { get; } = new("temporarily unavailable", new(480, 560480), 480);

    public static CallFailure NumberNotFound { get; } = new("number not found", new(404, 560404), 404, 1);

    public static CallFailure SubscriberAbsent { get; } = new("subscriber absent", new(480, 560480), 480, 20);

    public static CallFailure ServiceUnavailable { get; } = new("service unavailable", new(503, 560503), 503, 38);

    public static CallFailure NotRegistered { get; } = new("not registered", new(480, 10037));

    public static CallFailure Cancelled { get; } = new("cancelled", new(487, 0), 487, 16);

    public static CallFailure CancelledBeforeAnswer { get; } = new("cancelled", new(487, 540487), 487, 16);

    public static CallFailure NotAnsweredInTime(ResultCode code) => new("no answer", code);

    /// <summary>The answer of an application that rejects the call.</summary>
    public static CallFailure Rejected(int sip) => sip switch
    {
        486 => Busy,
        403 => Forbidden,
        603 => Declined,
        _ => new("rejected", new(sip, 560000 + sip), sip),
    };

    public ResultInformation Information(string operation) => new(Code.Code, Code.SubCode, $"{operation} failed: {Name}.")
    {
        SipDetails = Sip is { } sip ? new(sip, SipText(sip)) : null,
        Q850Details = Q850 is { } cause ? new(cause, CauseText(cause)) : null,
    };

    private static string SipText(int status) => status switch
    {
        403 => "Forbidden",
        404 => "Not Found",
        480 => "Temporarily Unavailable",
        486 => "Busy Here",
        487 => "Request Terminated",
        503 => "Service Unavailable",
        603 => "Decline",
        _ => "",
    };

    private static string CauseText(int cause) => cause switch
    {
        1 => "Unallocated number",
        16 => "Normal call clearing",
        17 => "User busy",
        19 => "No answer from user",
        20 => "Subscriber absent",
        21 => "Call rejected",
        38 => "Network out of order",
        _ => "",
    };
}
