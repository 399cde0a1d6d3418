using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Routing.Destinations;

namespace Koppla.Functions.Destinations;

/// <summary>Where an organisation's calls may be sent, and by which rules.</summary>
/// <param name="Countries">ISO 3166, two capital letters each.</param>
[Example("""{"countries":["SE","NO"],"externalForwards":{"setBy":"administrators","confirmFirst":true,"coolDownMinutes":60}}""")]
internal sealed record DestinationPolicyBody(IReadOnlyList<string?>? Countries = null, ExternalForwardsBody? ExternalForwards = null)
{
    public static DestinationPolicyBody Of(DestinationPolicyValue policy) =>
        new([.. policy.Countries.Regions], ExternalForwardsBody.Of(policy.ExternalForwards));

    public (DestinationPolicyValue? Policy, Problem? Problem) Read()
    {
        var reading = new BodyReading();
        var codes = reading.Items(
            reading.Required(Countries, "countries") ?? [], DestinationPolicyValue.MaxCountries, "countries", (code, _) => code);
        var countries = reading.Value(AllowedCountries.Of(codes), "countries");
        var forwards = reading.Required(ExternalForwards, "externalForwards")?.Read(reading, "externalForwards");
        return reading.Problem is { } problem ? (null, problem) : (new(countries!, forwards!), null);
    }
}
