using System.Collections.Immutable;
using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Where an organisation wants to be told of changes.</summary>
/// <param name="Registration">Tells it from one that was removed before: what was outstanding for that one is not for this.</param>
/// <param name="Enabled">False: changes are not told, and will not be later.</param>
/// <param name="SecretMade">When the secret was made.</param>
/// <param name="Retired">The oldest first.</param>
internal sealed record Webhook(
    string Registration, Uri Url, bool Enabled, string Secret, Instant SecretMade, ImmutableArray<RetiredSecret> Retired)
{
    /// <summary>How long a secret that was replaced still signs.</summary>
    private static readonly Duration Overlap = Duration.FromHours(24);

    /// <summary>Those that sign, the newest first.</summary>
    public IEnumerable<string> SecretsAt(Instant now) => [Secret, .. StillGoodAt(now).Reverse().Select(retired => retired.Secret)];

    public Webhook WithSecret(string secret, Instant now) => this with
    {
        Secret = secret,
        SecretMade = now,
        Retired = [.. StillGoodAt(now), new RetiredSecret(Secret, now + Overlap)],
    };

    private IEnumerable<RetiredSecret> StillGoodAt(Instant now) => Retired.Where(retired => retired.Until > now);
}
