using Koppla.Functions.Destinations;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;

namespace Koppla.Functions.IncomingCalls;

/// <summary>Decides where a call goes: the pure decision, fed with what it asks for.</summary>
internal sealed class CallRouter(RoutingDataReader reader, ForwardCounter forwards)
{
    public Task<Decided> DecideAsync(Call call, CancellationToken cancellationToken) =>
        DecideAsync(RoutingData.Empty, call, cancellationToken);

    /// <param name="known">Data that goes before what is stored: how a change is tried before it is made.</param>
    public async Task<Decided> DecideAsync(RoutingData known, Call call, CancellationToken cancellationToken) =>
        (await ReadAndDecideAsync(known, call, cancellationToken)).Decided;

    /// <summary>Decides a call that is to be sent there: when rules send it outside it counts, before anybody else can use the room.</summary>
    /// <param name="id">Of the call: the same call counts once.</param>
    /// <param name="known">Data that goes before what is stored.</param>
    public async Task<Decided> DecideAsync(string id, RoutingData known, Call call, CancellationToken cancellationToken)
    {
        var asked = forwards.ForwardersOf(id) is { IsEmpty: false } counted
            ? call with { ForwardedBy = [.. call.ForwardedBy.Union(counted)] }
            : call;
        var (decided, data) = await ReadAndDecideAsync(known, asked, cancellationToken);
        while (!forwards.TryCount(id, decided.Forwards))
        {
            data = decided.Forwards
                .Select(forward => forward.By.Organisation)
                .Aggregate(data, (so, organisation) => so.With(organisation, forwards.CountsOf(organisation)));
            (decided, data) = await ReadAndDecideAsync(data, asked, cancellationToken);
        }

        return decided;
    }

    private async Task<(Decided Decided, RoutingData Data)> ReadAndDecideAsync(RoutingData known, Call call, CancellationToken cancellationToken)
    {
        var data = known;
        while (true)
        {
            switch (RoutingEngine.Decide(data, call))
            {
                case Decided decided:
                    return (decided, data);
                case Need need:
                    data = await reader.ReadAsync(data, need.Missing, cancellationToken);
                    break;
            }
        }
    }
}
