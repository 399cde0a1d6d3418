namespace Azure.Communication.CallAutomation;

/// <summary><c>endpoint=https://…;accesskey=…</c> in any order and letter case.</summary>
internal readonly record struct ConnectionString(Uri Endpoint, byte[] AccessKey)
{
    /// <exception cref="InvalidOperationException">A part is missing or unreadable. The text never quotes the key.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        string? endpoint = null, accessKey = null;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
            {
                switch (part[..at].ToUpperInvariant())
                {
                    case "ENDPOINT": endpoint = part[(at + 1)..]; break;
                    case "ACCESSKEY": accessKey = part[(at + 1)..]; break;
                }
            }
        }

        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && Key(accessKey) is { } key
            ? new(uri, key)
            : throw new InvalidOperationException("The connection string needs an absolute 'endpoint' and a base64 'accesskey'.");
    }

    private static byte[]? Key(string? base64)
    {
        if (string.IsNullOrEmpty(base64))
        {
            return null;
        }

        var key = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, key, out var length) ? key[..length] : null;
    }
}
