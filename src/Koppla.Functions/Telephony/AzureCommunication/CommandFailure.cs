using Azure;
using Azure.Identity;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>What a failed command of Call Automation means to the call.</summary>
internal static class CommandFailure
{
    /// <returns>Null when the exception is not the provider's or the network's: a bug of ours.</returns>
    public static CommandResult? Classify(Exception failure) => failure switch
    {
        RequestFailedException refused => new CommandResult(StatusOf(refused), CodeOf(refused)),
        AggregateException tries when tries.InnerExceptions.All(each => Classify(each) is not null) =>
            Classify(tries.InnerExceptions[^1]),
        OperationCanceledException or TimeoutException => new CommandResult(CommandStatus.Unknown, "timeout"),
        IOException => new CommandResult(CommandStatus.Unknown, "connection-broken"),
        AuthenticationFailedException => new CommandResult(CommandStatus.Unknown, "no-identity"),
        _ => null,
    };

    private static CommandStatus StatusOf(RequestFailedException failure) => (failure.Status, failure.ErrorCode) switch
    {
        // 8501 not established, 8522 not found, 8528 already terminated.
        (404, _) or (_, "8501" or "8522" or "8528") => CommandStatus.CallGone,

        // 8519: another action on the call is in progress; the same command may well be taken a moment later. 8607: a transfer is in
        // progress, and it can only be the same one.
        (0 or 408 or 429 or >= 500, _) or (409, "8519") or (_, "8607") => CommandStatus.Unknown,
        _ => CommandStatus.Refused,
    };

    private static string CodeOf(RequestFailedException failure) =>
        string.IsNullOrEmpty(failure.ErrorCode) ? $"{failure.Status}" : $"{failure.Status}/{failure.ErrorCode}";
}
