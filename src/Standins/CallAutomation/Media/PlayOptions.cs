using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class PlayOptions : IRequestBody
{
    public PlayOptions(PlaySource playSource, IEnumerable<CommunicationIdentifier> playTo) : this([playSource], playTo)
    {
    }

    public PlayOptions(IEnumerable<PlaySource> playSources, IEnumerable<CommunicationIdentifier> playTo)
    {
        ArgumentNullException.ThrowIfNull(playSources);
        ArgumentNullException.ThrowIfNull(playTo);
        PlaySources = [.. playSources];
        PlayTo = [.. playTo];
    }

    /// <summary>Played one after another.</summary>
    public IReadOnlyList<PlaySource> PlaySources { get; }

    /// <summary>Who hears it; nobody named means everyone.</summary>
    public IReadOnlyList<CommunicationIdentifier> PlayTo { get; }

    /// <summary>Again and again until cancelled.</summary>
    public bool Loop { get; set; }

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events. Default: a fresh GUID.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.Sources("playSources"u8, PlaySources);
        json.Identifiers("playTo"u8, PlayTo);
        json.Loop(Loop);
        json.ContextOrNew(OperationContext, OperationCallbackUri);
    }
}
