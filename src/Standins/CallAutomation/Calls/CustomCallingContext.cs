namespace Azure.Communication.CallAutomation;

/// <summary>Headers that travel with an invitation. The service limits them: see its custom context article.</summary>
public sealed class CustomCallingContext
{
    internal CustomCallingContext()
    {
    }

    public IDictionary<string, string> SipHeaders { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IDictionary<string, string> VoipHeaders { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The one <c>User-To-User</c> header, at most 256 characters.</summary>
    /// <exception cref="ArgumentException">It is there already.</exception>
    public void AddSipUui(string value) => SipHeaders.Add("User-To-User", value);

    /// <summary>An <c>X-MS-Custom-</c> header: at most 5, names up to 64 and values up to 256 characters.</summary>
    /// <exception cref="ArgumentException">It is there already.</exception>
    public void AddSipX(string key, string value) => AddSipX(key, value, SipHeaderPrefix.XmsCustom);

    /// <inheritdoc cref="AddSipX(string, string)"/>
    public void AddSipX(string key, string value, SipHeaderPrefix prefix) =>
        SipHeaders.Add((prefix is SipHeaderPrefix.X ? "X-" : "X-MS-Custom-") + key, value);

    /// <summary>A header for a VoIP client: keys up to 64 and values up to 1024 characters.</summary>
    /// <exception cref="ArgumentException">It is there already.</exception>
    public void AddVoip(string key, string value) => VoipHeaders.Add(key, value);
}
