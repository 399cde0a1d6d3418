namespace Koppla.Functions.IncomingCalls;

/// <summary>
/// Where calls go when their routing data cannot be read in time. Kept in configuration, for it must be there
/// when storage is not: <c>Fallback:Rules:0:Prefix</c> and <c>Fallback:Rules:0:Destination</c>, and so on.
/// </summary>
internal sealed class FallbackOptions
{
    public const string Section = "Fallback";

    public IList<Rule> Rules { get; init; } = [];

    /// <summary>Calls to numbers that begin with the prefix go to the destination; the longest prefix wins.</summary>
    internal sealed class Rule
    {
        /// <summary>A whole number or its beginning in E.164, such as <c>+46867855</c>.</summary>
        public string Prefix { get; init; } = string.Empty;

        /// <summary>A telephone number.</summary>
        public string Destination { get; init; } = string.Empty;
    }
}
