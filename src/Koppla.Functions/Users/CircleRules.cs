using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Users;

/// <summary>
/// No call may go in a circle, or be forwarded too many times, by a profile as if it were in force now. What needs a coincidence,
/// such as that everybody is busy, is only warned of.
/// </summary>
internal sealed class CircleRules(User user, Rehearsal rehearsal, Instant now)
{
    private static readonly LineState[] Coincidences = [LineState.Busy, LineState.NoAnswer, LineState.NoConnection];

    public async Task<(Problem? Problem, ImmutableArray<WarningBody> Warnings)> CheckAsync(
        CheckedProfile checkedProfile, CancellationToken cancellationToken)
    {
        // Exceptions turn some callers away from the profile, and the profile is tried for all the others.
        var forced = new Activation(checkedProfile.Profile.Id, now);
        rehearsal.Suppose(user with { Handling = user.Handling with { Activation = forced, Exceptions = [] } });
        var warnings = ImmutableArray.CreateBuilder<WarningBody>();
        foreach (var number in user.Numbers)
        {
            var field = checkedProfile.NamedBy ?? (number.IsMobile ? "mobile" : "fixed");
            if (await rehearsal.FindFaultAsync(number, LineStates.Empty, cancellationToken) is { } fault)
            {
                return (IsLoop(fault) ? UserProblems.Loop(Witness(fault), field) : UserProblems.TooLong(Witness(fault), field), []);
            }

            foreach (var coincidence in Coincidences)
            {
                if (await rehearsal.FindFaultAsync(number, LineStates.Everywhere(coincidence), cancellationToken) is { } doubt)
                {
                    warnings.Add(Warning(doubt, coincidence, field));
                }
            }
        }

        return (null, warnings.ToImmutable());
    }

    private static WarningBody Warning(Decided doubt, LineState coincidence, string field) =>
        new($"{(IsLoop(doubt) ? "loop" : "chain-too-long")}-if-{Names.Kebab(coincidence)}", Witness(doubt), field);

    /// <summary>Else the chain is too long.</summary>
    public static bool IsLoop(Decided fault) => fault.Trace.Any(step => step.Code == TraceCode.DiversionLoop);

    /// <summary>What happens up to the fault; what the caller meets then is not the point.</summary>
    public static string Witness(Decided fault)
    {
        var sentences = Sentences.Of(fault.Trace, Language.English, masked: false);
        var steps = fault.Trace.TakeWhile(step => step.Code is not (TraceCode.DiversionLoop or TraceCode.TooManyDiversions)).Count() + 1;
        return string.Join(' ', sentences.Take(steps));
    }
}
