using Koppla.Functions.Api;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;

namespace Koppla.Functions.Transfers;

/// <summary>Does to a call what a person asks for, if nothing speaks against it when it is done.</summary>
internal sealed class TransferStep(SupervisedCallRunner runner)
{
    /// <param name="step">Says what it does to the call as it is now, or why not; called once for every try.</param>
    public async Task<(SupervisedCall? Call, Problem? Problem)> ApplyAsync(
        Person person,
        string call,
        Func<SupervisedCall, (Transition? Transition, Problem? Problem)> step,
        CancellationToken cancellationToken)
    {
        Problem? problem = null;
        SupervisedCall? after = null;
        var applied = await runner.ApplyAsync(
            call,
            $"person-{person.Id}",
            now =>
            {
                (var transition, problem) = step(now);
                after = transition?.Call;
                return transition;
            },
            cancellationToken);
        return applied && after is not null ? (after, null) : (null, problem ?? TransferProblems.CallNotFound);
    }
}
