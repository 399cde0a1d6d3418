using Koppla.Functions.Api;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Profiles;

/// <summary>Reads the rule of a profile for one kind of number.</summary>
internal static class RuleReading
{
    public static NumberRule Read(BodyReading reading, RuleBody? body, string field)
    {
        if (reading.Required(body, field) is not { } rule)
        {
            return NumberRule.Ring;
        }

        var action = reading.Word<RuleAction>(rule.Action, $"{field}.action");
        return new NumberRule(
            action,
            DestinationReading.Read(reading, rule.ForwardTo, $"{field}.forwardTo", isNeeded: action == RuleAction.Forward),
            ReadFollowUp(reading, rule.AfterReferral, $"{field}.afterReferral"),
            ReadCondition(reading, rule.OnBusy, $"{field}.onBusy"),
            ReadCondition(reading, rule.OnNoAnswer, $"{field}.onNoAnswer"),
            ReadCondition(reading, rule.OnNoConnection, $"{field}.onNoConnection"),
            reading.Whole(rule.NoAnswerSeconds, NumberRule.MinNoAnswerSeconds, NumberRule.MaxNoAnswerSeconds, $"{field}.noAnswerSeconds"));
    }

    private static FollowUp? ReadFollowUp(BodyReading reading, FollowUpBody? body, string field) =>
        body is not null && DestinationReading.Read(reading, body.To, $"{field}.to", isNeeded: true) is { } destination
            ? new FollowUp(destination, body.Enabled)
            : null;

    private static ConditionalRule? ReadCondition(BodyReading reading, ConditionBody? body, string field)
    {
        if (body is null)
        {
            return null;
        }

        var action = reading.Word<ConditionAction>(body.Action, $"{field}.action");
        var to = DestinationReading.Read(reading, body.To, $"{field}.to", isNeeded: action == ConditionAction.Forward);
        return new ConditionalRule(action, to, body.Enabled);
    }
}
