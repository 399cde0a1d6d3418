using Koppla.Routing.Numbers;

namespace Koppla.Routing.Transfers;

/// <param name="Number">Set for <see cref="FailureStep.Number"/>, and only then.</param>
public sealed record FailureAction(FailureStep Step, PhoneNumber? Number = null)
{
    public static FailureAction Recall { get; } = new(FailureStep.Recall);
}
