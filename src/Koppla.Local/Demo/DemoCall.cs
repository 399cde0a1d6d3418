using Koppla.Routing.Numbers;
using Koppla.Simulator.Calls;

namespace Koppla.Local.Demo;

/// <summary>A call to place, and how it should end.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Caller">Null withholds the number.</param>
/// <param name="Ends">How it should end for the caller.</param>
/// <param name="With">Who should answer, E.164 or an app's identity, or why it should be rejected.</param>
internal sealed record DemoCall(string Title, PhoneNumber? Caller, PhoneNumber Called, OutcomeKind Ends, string With)
{
    public bool EndedAsItShould(CallOutcome outcome) => outcome.Kind == Ends && (outcome.Number ?? outcome.Reason) == With;
}
