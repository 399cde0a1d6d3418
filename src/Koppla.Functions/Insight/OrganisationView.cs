using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Numbers;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Insight;

/// <summary>
/// Answers questions about decisions from what an organisation may know. A number of another organisation counts as one outside: a call
/// goes there, and what its owner does with it is not told.
/// </summary>
internal sealed class OrganisationView(RoutingDataReader present, PastReader past)
{
    /// <param name="known">Data that goes before what is stored.</param>
    /// <returns>The answer, and all that was read for it.</returns>
    public Task<(T Answer, RoutingData Data)> AskAsync<T>(
        OrganisationId organisation, RoutingData known, Func<RoutingData, Verdict> question, CancellationToken cancellationToken)
        where T : Verdict => AskAsync<T>(organisation, asOf: null, known, question, cancellationToken);

    /// <param name="asOf">The rules are those of that instant; null: of now.</param>
    /// <inheritdoc cref="AskAsync{T}(OrganisationId, RoutingData, Func{RoutingData, Verdict}, CancellationToken)"/>
    public async Task<(T Answer, RoutingData Data)> AskAsync<T>(
        OrganisationId organisation,
        Instant? asOf,
        RoutingData known,
        Func<RoutingData, Verdict> question,
        CancellationToken cancellationToken)
        where T : Verdict
    {
        var data = known;
        while (true)
        {
            switch (question(data))
            {
                case T answer:
                    return (answer, data);
                case Need need:
                    data = asOf is { } then
                        ? await past.ReadAsync(organisation, then, data, need.Missing, cancellationToken)
                        : await present.ReadAsync(data, need.Missing, cancellationToken);
                    data = need.Missing.OfType<MissingNumber>().Aggregate(data, (so, number) => Seen(so, number, organisation));
                    break;
                case var other:
                    throw new ArgumentException($"The question was answered by {other.GetType().Name}.", nameof(question));
            }
        }
    }

    private static RoutingData Seen(RoutingData data, MissingNumber number, OrganisationId organisation) =>
        data.TryFind(number.Number, out var entry) && entry is ReservedNumber or AssignedNumber && NumberMapping.OrganisationOf(entry) != organisation
            ? data.WithAbsent(number)
            : data;
}
