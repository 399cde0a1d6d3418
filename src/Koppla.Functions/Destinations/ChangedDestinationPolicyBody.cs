namespace Koppla.Functions.Destinations;

/// <summary>A policy after it was changed, or would be.</summary>
/// <param name="Breaks">Rules that are saved and that it forbids: calls do not go there. At most 200.</param>
/// <param name="More">How many there are beside those.</param>
internal sealed record ChangedDestinationPolicyBody(
    IReadOnlyList<string?>? Countries, ExternalForwardsBody? ExternalForwards, IReadOnlyList<BreakBody> Breaks, int More)
{
    public static ChangedDestinationPolicyBody Of(DestinationPolicyValue policy, Bounded<BreakBody> breaks)
    {
        var body = DestinationPolicyBody.Of(policy);
        return new(body.Countries, body.ExternalForwards, breaks.Items, breaks.More);
    }
}
