using Koppla.Simulator.Telephones;

namespace Koppla.Local.Demo;

/// <summary>A call that Anna answers and transfers, and how the transfer should end.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Wish">The document to POST.</param>
/// <param name="Target">The telephone that is rung, E.164 or an app's identity.</param>
/// <param name="Ends">The last state of the transfer.</param>
/// <param name="With">Whom the caller should talk with then.</param>
internal sealed record DemoTransfer(string Title, object Wish, string Target, string Ends, string With)
{
    /// <summary>What the target's telephone does.</summary>
    public TelephoneScript Does { get; init; } = TelephoneScript.Default;

    /// <summary>What Anna asks for when the target has answered; null: nothing.</summary>
    public string? Then { get; init; }
}
