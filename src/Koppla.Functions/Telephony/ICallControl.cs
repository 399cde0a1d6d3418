using Koppla.Routing.Numbers;

namespace Koppla.Functions.Telephony;

/// <summary>
/// What we ask of a telephony provider, in our words. One implementation a provider, in a folder of its own.
/// A command that is accepted has not happened yet; what becomes of it is told by a <see cref="CallEvents.CallEvent"/> with its context.
/// </summary>
internal interface ICallControl
{
    /// <summary>Sends a ringing call on to a telephone or an app; we hear nothing of it afterwards.</summary>
    public Task<CommandResult> RedirectAsync(
        RingingCall call, CallTarget target, CommandId command, CancellationToken cancellationToken);

    /// <summary>Turns a ringing call away.</summary>
    public Task<CommandResult> RejectAsync(
        RingingCall call, RejectReason reason, CommandId command, CancellationToken cancellationToken);

    /// <summary>Answers a ringing call; then it is ours to supervise.</summary>
    /// <param name="callback">Where the events of the call are sent.</param>
    /// <param name="context">Comes back in the events of the connection.</param>
    public Task<AnswerResult> AnswerAsync(
        RingingCall call, Uri callback, string context, CommandId command, CancellationToken cancellationToken);

    /// <summary>
    /// Rings somebody, and makes a call of it when they answer: <see cref="CallEvents.Connected"/>, or <see cref="CallEvents.NotJoined"/>.
    /// It rings until the provider gives up, or the call is hung up.
    /// </summary>
    /// <param name="callerId">What a telephone shows; an app needs none.</param>
    /// <param name="callback">Where the events of the call are sent.</param>
    /// <param name="context">Comes back in the events of the connection.</param>
    public Task<AnswerResult> CreateAsync(
        CallTarget target, PhoneNumber? callerId, Uri callback, string context, CommandId command, CancellationToken cancellationToken);

    /// <summary>
    /// Plays to everyone in the call, and breaks off what is playing. A command without an id: sent again, the prompt begins again.
    /// </summary>
    public Task<CommandResult> PlayAsync(string connection, Prompt prompt, string context, CancellationToken cancellationToken);

    /// <summary>
    /// Plays to one party, who hears the others too unless they are on hold. A command without an id. Where something plays to that party
    /// alone already, it is refused: <c>400/8500</c>.
    /// </summary>
    public Task<CommandResult> PlayToAsync(
        string connection, CallTarget who, Prompt prompt, string context, CancellationToken cancellationToken);

    /// <summary>
    /// Plays to one party alone, and asks for a key, which may be pressed before the prompt ends. A command without an id. What comes of
    /// it is told by <see cref="CallEvents.KeyPressed"/> or <see cref="CallEvents.NoKeyPressed"/>.
    /// </summary>
    /// <param name="patience">How long to wait for the key after the prompt.</param>
    public Task<CommandResult> AskForKeyAsync(
        string connection, CallTarget who, Prompt prompt, TimeSpan patience, string context, CancellationToken cancellationToken);

    /// <summary>Stops what is playing.</summary>
    public Task<CommandResult> StopMediaAsync(string connection, CancellationToken cancellationToken);

    /// <summary>
    /// Parts somebody from the others, who neither hear nor are heard. A command without an id; held again, nothing changes. That it was
    /// done is told by no event, only <see cref="CallEvents.NotHeld"/>.
    /// </summary>
    /// <param name="music">What is heard meanwhile, again and again; null is silence.</param>
    public Task<CommandResult> HoldAsync(
        string connection, CallTarget who, Uri? music, string context, CancellationToken cancellationToken);

    /// <summary>Brings somebody on hold back to the others. A command without an id, and no event tells of it.</summary>
    public Task<CommandResult> UnholdAsync(string connection, CallTarget who, string context, CancellationToken cancellationToken);

    /// <summary>Rings somebody who is to join the call.</summary>
    public Task<InvitationResult> InviteAsync(
        string connection, Invitation invitation, CommandId command, CancellationToken cancellationToken);

    /// <summary>Lets an invitation ring no more.</summary>
    public Task<CommandResult> CancelInvitationAsync(
        string connection, string invitationId, string context, CommandId command, CancellationToken cancellationToken);

    /// <summary>Takes somebody out of the call.</summary>
    public Task<CommandResult> RemoveAsync(
        string connection, CallTarget who, string context, CommandId command, CancellationToken cancellationToken);

    /// <summary>Sends the only other party of the call on; when the target answers we are out of it.</summary>
    public Task<CommandResult> TransferAsync(
        string connection, Handover handover, CommandId command, CancellationToken cancellationToken);

    /// <summary>Ends the call for everyone.</summary>
    public Task<CommandResult> HangUpAsync(string connection, CommandId command, CancellationToken cancellationToken);

    /// <summary>Whether the call is still there, and who is in it.</summary>
    public Task<ConnectionState> LookAsync(string connection, CancellationToken cancellationToken);
}
