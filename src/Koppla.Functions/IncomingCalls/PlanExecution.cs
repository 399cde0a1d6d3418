using System.Collections.Immutable;
using Koppla.Functions.Calls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;

namespace Koppla.Functions.IncomingCalls;

/// <summary>Carries a plan out, step by step, until the provider has taken one.</summary>
internal sealed class PlanExecution(ICallControl callControl, SupervisedCallStart supervision)
{
    public async Task<PlanResult> RunAsync(
        IncomingCall call, IReadOnlyList<PlanStep> plan, CancellationToken cancellationToken)
    {
        var commands = ImmutableArray.CreateBuilder<CommandNote>(plan.Count);
        for (var step = 0; step < plan.Count; step++)
        {
            var result = await SendAsync(call, plan[step], CommandId.For(call.Ringing.Handle, step), cancellationToken);
            commands.Add(NoteOf(plan[step], result));
            switch (result.Status)
            {
                case CommandStatus.Accepted when plan[step] is PlanStep.Answer:
                    return new PlanResult(null, null, commands.DrainToImmutable(), IsSupervised: true);
                case CommandStatus.Accepted:
                    return new PlanResult(OutcomeOf(plan[step]), TargetOf(plan[step]), commands.DrainToImmutable());
                case CommandStatus.CallGone:
                    return new PlanResult(CallOutcome.CallerGone, null, commands.DrainToImmutable());
                case CommandStatus.Unknown:
                    // It may have happened: another command could send the call two ways.
                    return new PlanResult(null, null, commands.DrainToImmutable());
            }
        }

        return new PlanResult(CallOutcome.ProviderRefused, null, commands.DrainToImmutable());
    }

    private Task<CommandResult> SendAsync(
        IncomingCall call, PlanStep step, CommandId command, CancellationToken cancellationToken) => step switch
    {
        PlanStep.Answer answer => supervision.StartAsync(call, answer.Decided, cancellationToken),
        PlanStep.Redirect redirect => callControl.RedirectAsync(call.Ringing, redirect.Target, command, cancellationToken),
        PlanStep.Reject reject => callControl.RejectAsync(call.Ringing, reject.Reason, command, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static CallOutcome OutcomeOf(PlanStep step) =>
        step is PlanStep.Redirect ? CallOutcome.Redirected : CallOutcome.Rejected;

    private static string? TargetOf(PlanStep step) => (step as PlanStep.Redirect)?.Target.AsText();

    private static CommandNote NoteOf(PlanStep step, CommandResult result) => new(
        step switch
        {
            PlanStep.Reject reject => $"reject {reject.Reason}".ToLowerInvariant(),
            PlanStep.Answer => "answer",
            _ => "redirect",
        },
        TargetOf(step),
        result.Status,
        result.Code);
}
