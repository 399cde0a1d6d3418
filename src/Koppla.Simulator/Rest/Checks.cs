using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>Checks that several operations share.</summary>
internal static class Checks
{
    private const int LongestContext = 5000;

    /// <summary>The refusal of a context or callback that the service does not take, or null; <paramref name="tag"/> is what they make together.</summary>
    public static Reply? Tag(string? context, string? callbackUri, out OperationTag tag)
    {
        tag = new(context, null);
        if (context?.Length > LongestContext)
            return Refusals.Invalid($"The field OperationContext has at most {LongestContext} characters.");
        if (callbackUri is null)
            return null;
        if (!Uri.TryCreate(callbackUri, UriKind.Absolute, out var callback) || !IsSafe(callback))
            return Refusals.Invalid("The field CallbackUri is invalid.");
        tag = new(context, callback);
        return null;
    }

    /// <summary>The same where the callback is required.</summary>
    public static Reply? CallTag(string? context, string? callbackUri, out OperationTag tag) =>
        Tag(context, callbackUri ?? "", out tag);

    /// <summary>The caller-ID rule for a leg to the telephone network.</summary>
    /// <param name="required">Whether a telephone cannot be called without one.</param>
    public static Reply? CallerId(Exchange exchange, Party target, PhoneNumber? callerId, bool required = true)
    {
        if (!target.IsPhone)
            return null;
        if (callerId?.Value is not { } number)
            return required ? Refusals.Invalid("A telephone number cannot be called without sourceCallerIdNumber.") : null;
        if (!IsE164(number))
            return Refusals.Invalid("sourceCallerIdNumber must be an E.164 number.");
        return exchange.Options.CallerIdRule == CallerIdRule.DirectRouting || exchange.Owns(number) ? null : Refusals.CallerIdNotOwned;
    }

    /// <summary>The telephone number to be called must be E.164 too, or short.</summary>
    public static Reply? Target(Party? target) =>
        target is null ? Refusals.Invalid("The target is missing.")
        : target.IsAnonymous || target.Kind == PartyKind.Unknown ? Refusals.Invalid("The target cannot be called.")
        : null;

    // Plain http is refused by the real service; towards this machine it is the simulator's own extension.
    private static bool IsSafe(Uri uri) =>
        string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
        || (string.Equals(uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) && uri.IsLoopback);

    private static bool IsE164(string number) =>
        number.Length is >= 8 and <= 16 && number[0] == '+' && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
