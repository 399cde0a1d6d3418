using Koppla.Functions.Api;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Transfers;

/// <summary>What is done with a call whose direct transfer failed.</summary>
/// <param name="Step"><c>recall</c>, <c>target-rules</c>, <c>number</c> or <c>announce</c>.</param>
/// <param name="Number">In any usual spelling; for <c>number</c>, and only then.</param>
internal sealed record FailureActionBody(string? Step = null, string? Number = null)
{
    public static FailureActionBody Of(FailureAction action) => new(Names.Kebab(action.Step), action.Number?.E164);

    /// <summary>A reason that is not told leads to a recall.</summary>
    public static FailureAction Read(BodyReading reading, FailureActionBody? body, string field)
    {
        if (body is null)
        {
            return FailureAction.Recall;
        }

        var step = reading.Word<FailureStep>(body.Step, $"{field}.step");
        if (step == FailureStep.Number)
        {
            return new FailureAction(step, reading.Required(body.Number, $"{field}.number") is { } text ? reading.Number(text, $"{field}.number") : null);
        }

        if (body.Number is not null)
        {
            reading.Refuse("number-without-use", "A number is told for the step 'number' only.", $"{field}.number");
        }

        return new FailureAction(step);
    }
}
