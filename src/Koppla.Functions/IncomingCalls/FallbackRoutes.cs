using Koppla.Routing.Numbers;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.IncomingCalls;

/// <summary>The configured fallback of a number; see <see cref="FallbackOptions"/>.</summary>
internal sealed class FallbackRoutes(IOptions<FallbackOptions> options)
{
    private readonly (string Prefix, PhoneNumber Destination)[] rules =
    [
        .. options.Value.Rules
            .OrderByDescending(rule => rule.Prefix.Length)
            .Select(rule => (rule.Prefix, PhoneNumber.Parse(rule.Destination).Value)),
    ];

    public PhoneNumber? For(PhoneNumber called)
    {
        foreach (var (prefix, destination) in rules)
        {
            if (called.E164.StartsWith(prefix, StringComparison.Ordinal) && !destination.Equals(called))
            {
                return destination;
            }
        }

        return null;
    }
}
