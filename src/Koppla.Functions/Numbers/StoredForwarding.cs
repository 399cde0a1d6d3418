using Azure;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Numbers;

/// <summary>A forwarding as it is stored now, and whether the request at hand made it.</summary>
internal sealed record StoredForwarding(Forwarding Value, ETag Version, bool IsNew);
