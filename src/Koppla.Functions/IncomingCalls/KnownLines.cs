using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Microsoft.Extensions.Caching.Memory;

namespace Koppla.Functions.IncomingCalls;

/// <summary>
/// The devices of lines that this instance served lately, so that a called line can still ring while storage is away.
/// </summary>
internal sealed class KnownLines : IDisposable
{
    /// <summary>Lines remembered at the most.</summary>
    public const int Capacity = 10_000;

    private readonly MemoryCache devices = new(new MemoryCacheOptions { SizeLimit = Capacity });

    public void Remember(PhoneNumber line, Device device)
    {
        if (For(line) != device)
        {
            devices.Set(line, device, new MemoryCacheEntryOptions { Size = 1 });
        }
    }

    public Device? For(PhoneNumber line) => devices.Get<Device>(line);

    public void Dispose() => devices.Dispose();
}
