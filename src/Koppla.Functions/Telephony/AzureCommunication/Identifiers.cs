using System.Collections.Immutable;
using Azure.Communication;
using Azure.Communication.CallAutomation;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>Between our call targets and the provider's identifiers.</summary>
internal static class Identifiers
{
    private const string Withheld = "4:anonymous";

    public static CommunicationIdentifier Of(CallTarget target) => target switch
    {
        CallTarget.Telephone telephone => Of(telephone.Number),
        CallTarget.App app => new CommunicationUserIdentifier(app.Id),
        CallTarget.Withheld => CommunicationIdentifier.FromRawId(Withheld),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    public static PhoneNumberIdentifier Of(PhoneNumber number) => new(number.E164);

    /// <returns>Null for what is neither a telephone nor one of our users.</returns>
    public static CallTarget? Read(CommunicationIdentifier? identifier) => identifier switch
    {
        PhoneNumberIdentifier { IsAnonymous: true } => CallTarget.Withheld.Instance,
        PhoneNumberIdentifier telephone when ReadNumber(telephone.PhoneNumber) is { } number => new CallTarget.Telephone(number),
        CommunicationUserIdentifier user => new CallTarget.App(user.RawId),
        _ => null,
    };

    public static ImmutableArray<CallTarget> Read(IEnumerable<CallParticipant>? participants) =>
        [.. (participants ?? []).Select(participant => Read(participant.Identifier)).OfType<CallTarget>()];

    /// <summary>Canonical numbers are much cheaper to read, and what a provider sends but for exceptions.</summary>
    private static PhoneNumber? ReadNumber(string? text)
    {
        var number = PhoneNumber.ParseE164(text);
        number = number.IsOk ? number : PhoneNumber.Parse(text);
        return number.IsOk ? number.Value : null;
    }
}
