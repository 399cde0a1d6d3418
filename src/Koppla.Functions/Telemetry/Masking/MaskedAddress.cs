using System.Text.RegularExpressions;

namespace Koppla.Functions.Telemetry.Masking;

/// <summary>
/// What may be told of an address: where it is, and the words of its path. Keys, ids, numbers and secrets are no words, so that nothing
/// has to be known of the many paths that they are in.
/// </summary>
internal static partial class MaskedAddress
{
    private const string Hidden = "*";
    private const string SchemeEnd = "://";

    /// <summary>Milliseconds.</summary>
    private const int Patience = 500;

    public static string Of(string address)
    {
        var scheme = address.IndexOf(SchemeEnd, StringComparison.Ordinal);
        var host = scheme < 0 ? 0 : scheme + SchemeEnd.Length;
        var path = address.IndexOf('/', host);
        return path < 0 ? $"{address[..host]}{HostOf(address[host..])}" : $"{address[..host]}{HostOf(address[host..path])}{PathOf(address[path..])}";
    }

    /// <summary>The words of a path, and a star for what is none; what follows it is left out.</summary>
    public static string PathOf(string path)
    {
        var end = path.IndexOfAny(['?', '#']);
        return string.Join('/', (end < 0 ? path : path[..end]).Split('/').Select(SegmentOf));
    }

    /// <summary>Without a user's name, and what would be no host.</summary>
    private static string HostOf(string host)
    {
        var end = host.AsSpan().IndexOfAny('?', '#');
        return SensitiveText.Masked((end < 0 ? host : host[..end])[(host.LastIndexOf('@') + 1)..]);
    }

    private static string SegmentOf(string segment)
    {
        if (segment.Length == 0 || Word().IsMatch(segment))
        {
            return segment;
        }

        // A table and a key in it, or an id and what is done to it.
        var key = segment.IndexOf('(', StringComparison.Ordinal);
        var action = segment.LastIndexOf(':');
        return key > 0 && Word().IsMatch(segment[..key]) ? $"{segment[..key]}({Hidden})"
            : action > 0 && Word().IsMatch(segment[(action + 1)..]) ? $"{Hidden}:{segment[(action + 1)..]}"
            : Hidden;
    }

    [GeneratedRegex("""^\.?[A-Za-z$][A-Za-z.-]{0,30}[0-9]{0,2}(?::[A-Za-z]{1,40})?$""", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Word();
}
