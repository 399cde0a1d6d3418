using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Transfers;

/// <summary>What is done when the target of a direct transfer does not take the call, by reason.</summary>
/// <param name="Source">Whose policy it is: <c>user</c> or <c>organisation</c>; what a request says here does not matter.</param>
[Example("""{"onBusy":{"step":"number","number":"08-465 004 26"},"onNoAnswer":{"step":"recall"}}""")]
internal sealed record TransferPolicyBody(
    FailureActionBody? OnBusy = null,
    FailureActionBody? OnNoAnswer = null,
    FailureActionBody? OnNoConnection = null,
    FailureActionBody? OnDeclined = null,
    string? Source = null)
{
    public static TransferPolicyBody OfUser(TransferPolicy policy) => Of(policy, "user");

    public static TransferPolicyBody OfOrganisation(TransferPolicy policy) => Of(policy, "organisation");

    public (TransferPolicy Policy, Problem? Problem) Read()
    {
        var reading = new BodyReading();
        var policy = new TransferPolicy(
            FailureActionBody.Read(reading, OnBusy, "onBusy"),
            FailureActionBody.Read(reading, OnNoAnswer, "onNoAnswer"),
            FailureActionBody.Read(reading, OnNoConnection, "onNoConnection"),
            FailureActionBody.Read(reading, OnDeclined, "onDeclined"));
        return (policy, reading.Problem);
    }

    private static TransferPolicyBody Of(TransferPolicy policy, string source) => new(
        FailureActionBody.Of(policy.OnBusy),
        FailureActionBody.Of(policy.OnNoAnswer),
        FailureActionBody.Of(policy.OnNoConnection),
        FailureActionBody.Of(policy.OnDeclined),
        source);
}
