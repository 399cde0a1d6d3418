using System.Text.Json.Serialization.Metadata;
using Koppla.Simulator.Calls;

namespace Koppla.Simulator.Rest;

/// <summary>An operation on an established call, run inside its gate.</summary>
internal abstract class ConnectionOperation<TRequest>(JsonTypeInfo<TRequest> type) : BodyOperation<TRequest>(type)
    where TRequest : class
{
    protected sealed override Reply Execute(Command command, TRequest request) =>
        Established.Run(command, connection => Execute(connection, request));

    protected abstract Reply Execute(Connection connection, TRequest request);
}
