using Koppla.Routing.Decisions;

namespace Koppla.Functions.Telephony;

/// <summary>Something to be heard in a call.</summary>
internal abstract record Prompt
{
    private Prompt()
    {
    }

    /// <summary>A text that is spoken.</summary>
    public sealed record Speech(string Text, Language Language) : Prompt;

    /// <summary>A sound file, once. The provider must be able to fetch it.</summary>
    public sealed record Sound(Uri File) : Prompt;

    /// <summary>A sound file, again and again until something else plays or it is stopped.</summary>
    public sealed record Loop(Uri File) : Prompt;
}
