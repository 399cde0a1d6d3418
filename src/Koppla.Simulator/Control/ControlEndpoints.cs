using Microsoft.AspNetCore.Routing;

namespace Koppla.Simulator.Control;

internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder endpoints, SimulatorServer server)
    {
    }
}
