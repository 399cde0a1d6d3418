using Koppla.Routing.Numbers;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.Local.Demo;

/// <summary>A call to place, and how it should end.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Caller">Null withholds the number.</param>
/// <param name="Ends">How it should end for the caller.</param>
/// <param name="With">Who should answer or was called last, or why it should be rejected.</param>
internal sealed record DemoCall(string Title, PhoneNumber? Caller, PhoneNumber Called, OutcomeKind Ends, string With)
{
    /// <summary>What an administrator changes first; null: nothing.</summary>
    public DemoChange? Change { get; init; }

    /// <summary>How long it is waited before the call.</summary>
    public TimeSpan After { get; init; }

    /// <summary>A telephone, E.164 or an app's identity, that does not simply answer; null: all do.</summary>
    public string? Telephone { get; init; }

    /// <summary>What that telephone does.</summary>
    public TelephoneScript Does { get; init; } = TelephoneScript.Default;

    public bool EndedAsItShould(CallOutcome outcome) => outcome.Kind == Ends && (outcome.Number ?? outcome.Reason) == With;
}
