using Koppla.Functions.Api;
using Koppla.Routing;
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
            ReadDestination(reading, rule.ForwardTo, $"{field}.forwardTo", isNeeded: action == RuleAction.Forward),
            ReadFollowUp(reading, rule.AfterReferral, $"{field}.afterReferral"),
            ReadCondition(reading, rule.OnBusy, $"{field}.onBusy"),
            ReadCondition(reading, rule.OnNoAnswer, $"{field}.onNoAnswer"),
            ReadCondition(reading, rule.OnNoConnection, $"{field}.onNoConnection"),
            reading.Whole(rule.NoAnswerSeconds, NumberRule.MinNoAnswerSeconds, NumberRule.MaxNoAnswerSeconds, $"{field}.noAnswerSeconds"));
    }

    private static FollowUp? ReadFollowUp(BodyReading reading, FollowUpBody? body, string field) =>
        body is not null && ReadDestination(reading, body.To, $"{field}.to", isNeeded: true) is { } destination
            ? new FollowUp(destination, body.Enabled)
            : null;

    private static ConditionalRule? ReadCondition(BodyReading reading, ConditionBody? body, string field)
    {
        if (body is null)
        {
            return null;
        }

        var action = reading.Word<ConditionAction>(body.Action, $"{field}.action");
        var to = ReadDestination(reading, body.To, $"{field}.to", isNeeded: action == ConditionAction.Forward);
        return new ConditionalRule(action, to, body.Enabled);
    }

    private static Destination? ReadDestination(BodyReading reading, DestinationBody? body, string field, bool isNeeded)
    {
        switch (body)
        {
            case { Number: { } text, User: null }:
                return reading.Number(text, $"{field}.number") is { } number ? Destination.Of(number) : null;
            case { Number: null, User: { } id }:
                return Destination.Of(reading.Value(UserId.Parse(id), $"{field}.user"));
            case { Number: not null, User: not null }:
                reading.Refuse("destination-ambiguous", "A destination is a number or a user, not both.", field);
                break;
            case not null:
            case null when isNeeded:
                reading.Refuse("destination-missing", "Say which number or user the calls go to.", field);
                break;
        }

        return null;
    }
}
