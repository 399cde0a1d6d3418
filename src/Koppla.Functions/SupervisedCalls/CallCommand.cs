using Koppla.Functions.Telephony;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Something to ask of the provider for a supervised call. <c>Context</c> names it within the call.</summary>
internal abstract record CallCommand(string Context)
{
    /// <summary>Rings somebody with whom the call begins.</summary>
    public sealed record Create(Leg Leg, string Context) : CallCommand(Context);

    public sealed record Play(Prompt Prompt, string Context) : CallCommand(Context);

    /// <summary>Plays ringback until something else plays.</summary>
    public sealed record PlayRingback(string Context) : CallCommand(Context);

    /// <summary>Ringback for one party alone.</summary>
    public sealed record PlayRingbackTo(CallTarget Who, string Context) : CallCommand(Context);

    /// <summary>Asks one party for a key.</summary>
    public sealed record AskForKey(CallTarget Who, Prompt Prompt, string Context) : CallCommand(Context);

    /// <summary>One party hears music, and is not heard.</summary>
    public sealed record Hold(CallTarget Who, string Context) : CallCommand(Context);

    public sealed record Unhold(CallTarget Who, string Context) : CallCommand(Context);

    public sealed record StopMedia(string Context) : CallCommand(Context);

    /// <param name="Number">Which leg of the step.</param>
    public sealed record Invite(Leg Leg, int Number, int Seconds, string? Trail, string Context) : CallCommand(Context);

    public sealed record CancelInvitation(string Invitation, string Context) : CallCommand(Context);

    public sealed record Remove(CallTarget Who, string Context) : CallCommand(Context);

    public sealed record Transfer(PhoneNumber Destination, PhoneNumber? CallerId, string? Trail, string Context) : CallCommand(Context);

    public sealed record HangUp(string Context) : CallCommand(Context);
}
