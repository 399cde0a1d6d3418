namespace Koppla.Functions.IncomingCalls;

/// <summary>What became of a delivery.</summary>
public enum Handling
{
    /// <summary>Every call in it has its recorded outcome; other events were none of our business.</summary>
    Done,

    /// <summary>It is not what Event Grid sends; sending it again would not help.</summary>
    Malformed,

    /// <summary>A failure of ours: deliver it again.</summary>
    TryAgain,
}
