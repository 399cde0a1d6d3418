using Koppla.Simulator.Calls;

namespace Koppla.Simulator.Rest;

/// <summary>Finds the call of a command and enters its gate.</summary>
internal static class Established
{
    /// <summary>Refuses calls that are unknown or ended (404/8522) or not established (400/8501).</summary>
    public static Reply Run(Command command, Func<Connection, Reply> step) =>
        RunAny(command, connection => connection.IsConnected ? step(connection) : Refusals.NotEstablished);

    /// <summary>The same for operations that a ringing call allows too.</summary>
    public static Reply RunAny(Command command, Func<Connection, Reply> step)
    {
        if (command.Id is null || !command.Exchange.Connections.TryGetValue(command.Id, out var connection))
            return Refusals.CallNotFound;

        command.Concerns(connection);
        using (connection.Call.Gate.Enter())
        {
            return connection switch
            {
                { IsLost: true } => Refusals.NotEstablished,
                { IsDisconnected: true } => Refusals.CallNotFound,
                _ => step(connection),
            };
        }
    }
}
