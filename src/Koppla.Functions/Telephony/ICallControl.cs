namespace Koppla.Functions.Telephony;

/// <summary>
/// What we ask of a telephony provider, in our words. One implementation a provider, in a folder of its own.
/// </summary>
internal interface ICallControl
{
    /// <summary>Sends a ringing call on to a telephone or an app; we hear nothing of it afterwards.</summary>
    public Task<CommandResult> RedirectAsync(
        RingingCall call, CallTarget target, CommandId command, CancellationToken cancellationToken);

    /// <summary>Turns a ringing call away.</summary>
    public Task<CommandResult> RejectAsync(
        RingingCall call, RejectReason reason, CommandId command, CancellationToken cancellationToken);
}
