using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;

namespace Koppla.Functions.IncomingCalls;

/// <summary>Decides where a call goes: the pure decision, fed with what it asks for.</summary>
internal sealed class CallRouter(RoutingDataReader reader)
{
    public Task<Decided> DecideAsync(Call call, CancellationToken cancellationToken) =>
        DecideAsync(RoutingData.Empty, call, cancellationToken);

    /// <param name="known">Data that goes before what is stored: how a change is tried before it is made.</param>
    public async Task<Decided> DecideAsync(RoutingData known, Call call, CancellationToken cancellationToken)
    {
        var data = known;
        while (true)
        {
            switch (RoutingEngine.Decide(data, call))
            {
                case Decided decided:
                    return decided;
                case Need need:
                    data = await reader.ReadAsync(data, need.Missing, cancellationToken);
                    break;
            }
        }
    }
}
