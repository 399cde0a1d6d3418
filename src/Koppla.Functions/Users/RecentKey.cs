namespace Koppla.Functions.Users;

/// <summary>A request that was carried out and named an <c>Idempotency-Key</c>, kept beside the user it changed.</summary>
/// <param name="Request">Tells requests apart, see <see cref="Fingerprint"/>.</param>
/// <param name="Made">The id of the profile that it made, if it made one.</param>
internal sealed record RecentKey(string Key, string Request, string? Made = null)
{
    /// <summary>How many a user keeps: the latest.</summary>
    public const int MaxKept = 20;
}
