using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>What a telephone does that does not take a transfer, by the reason that the API tells.</summary>
internal static class Scripts
{
    public static TelephoneScript Of(string reason) => reason switch
    {
        "busy" => TelephoneScript.Busy(),
        "declined" => TelephoneScript.Decline(),
        "no-answer" => TelephoneScript.NoAnswer(networkGivesUpAfter: TimeSpan.FromMilliseconds(100)),
        _ => TelephoneScript.Unreachable(Unreachability.SubscriberAbsent),
    };
}
