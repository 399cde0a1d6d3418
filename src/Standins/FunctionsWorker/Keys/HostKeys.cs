using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Koppla.Standins.FunctionsWorker.Keys;

/// <summary>
/// The access keys, from the settings <c>StandinHost:MasterKey</c>, <c>:HostKey</c>, <c>:EventGridKey</c> and <c>:FunctionKeys:NAME</c>.
/// A key that no setting gives is random, so that nothing is open by default.
/// </summary>
internal sealed class HostKeys(IConfiguration settings)
{
    private readonly string master = settings["StandinHost:MasterKey"] is { Length: > 0 } key ? key : NewKey();
    private readonly string host = settings["StandinHost:HostKey"] is { Length: > 0 } key ? key : NewKey();
    private readonly string eventGrid = settings["StandinHost:EventGridKey"] is { Length: > 0 } key ? key : NewKey();

    public bool IsMaster(string? key) => Same(key, master);

    /// <summary>The host's default key, valid for every function of level Function.</summary>
    public bool IsHost(string? key) => Same(key, host);

    /// <summary>The system key <c>eventgrid_extension</c>.</summary>
    public bool IsEventGrid(string? key) => Same(key, eventGrid);

    public bool IsOwnKeyOf(string function, string? key) =>
        settings[$"StandinHost:FunctionKeys:{function}"] is { Length: > 0 } own && Same(key, own);

    private static bool Same(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Bytes(given), Bytes(expected));

    private static ReadOnlySpan<byte> Bytes(string text) => MemoryMarshal.AsBytes(text.AsSpan());

    private static string NewKey() => RandomNumberGenerator.GetHexString(56);
}
