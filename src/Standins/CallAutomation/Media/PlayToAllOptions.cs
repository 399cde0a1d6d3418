using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class PlayToAllOptions : IRequestBody
{
    public PlayToAllOptions(PlaySource playSource) : this([playSource])
    {
    }

    public PlayToAllOptions(IEnumerable<PlaySource> playSources)
    {
        ArgumentNullException.ThrowIfNull(playSources);
        PlaySources = [.. playSources];
    }

    /// <summary>Played one after another.</summary>
    public IReadOnlyList<PlaySource> PlaySources { get; }

    /// <summary>Again and again until cancelled.</summary>
    public bool Loop { get; set; }

    /// <summary>Breaks off what is being played, instead of waiting for its end.</summary>
    public bool InterruptCallMediaOperation { get; set; }

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events. Default: a fresh GUID.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.Sources("playSources"u8, PlaySources);
        json.Identifiers("playTo"u8, []);
        json.WriteBoolean("interruptCallMediaOperation"u8, InterruptCallMediaOperation);
        json.Loop(Loop);
        json.ContextOrNew(OperationContext, OperationCallbackUri);
    }
}
