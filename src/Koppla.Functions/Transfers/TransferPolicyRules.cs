using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Organisations;
using Koppla.Routing;
using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;
using Koppla.Routing.Transfers;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Transfers;

/// <summary>What a failure policy must satisfy to be saved: its numbers are destinations like any other. They are checked again when rung.</summary>
internal sealed class TransferPolicyRules(OrganisationCache organisations)
{
    /// <summary>Names of what can be wrong with one.</summary>
    public static readonly string[] Refusals =
        [.. ProblemNames.OfDestination, .. ProblemNames.OfMember, "number-without-use", "call-handling-too-large"];

    public async Task<Problem?> CheckAsync(OrganisationId by, TransferPolicy policy, CancellationToken cancellationToken)
    {
        var countries = (await organisations.GetAsync(by, cancellationToken))?.Countries ?? AllowedCountries.Default;
        foreach (var (number, field) in NumbersIn(policy))
        {
            if (DestinationPolicy.Check(number, own: null, countries) is { } refusal)
            {
                return Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal, field);
            }
        }

        return null;
    }

    /// <summary>Every number that is rung, with the member of the body that holds it.</summary>
    public static IEnumerable<(PhoneNumber Number, string Field)> NumbersIn(TransferPolicy policy)
    {
        (FailureAction Action, string Field)[] all =
        [
            (policy.OnBusy, "onBusy"), (policy.OnNoAnswer, "onNoAnswer"), (policy.OnNoConnection, "onNoConnection"), (policy.OnDeclined, "onDeclined"),
        ];
        foreach (var (action, field) in all)
        {
            if (action.Number is { } number)
            {
                yield return (number, $"{field}.number");
            }
        }
    }
}
