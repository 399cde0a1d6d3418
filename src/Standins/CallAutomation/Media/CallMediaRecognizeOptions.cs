using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>What to ask a participant for; see <see cref="CallMediaRecognizeDtmfOptions"/>.</summary>
public abstract class CallMediaRecognizeOptions : IRequestBody
{
    private protected CallMediaRecognizeOptions(RecognizeInputType inputType, CommunicationIdentifier targetParticipant)
    {
        ArgumentNullException.ThrowIfNull(targetParticipant);
        InputType = inputType;
        TargetParticipant = targetParticipant;
    }

    public RecognizeInputType InputType { get; }

    public CommunicationIdentifier TargetParticipant { get; }

    /// <summary>How long to wait for the first key, 0 to 300 seconds, in whole seconds. Default: 5 seconds.</summary>
    public TimeSpan InitialSilenceTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Breaks off what is being played, instead of waiting for its end.</summary>
    public bool InterruptCallMediaOperation { get; set; }

    /// <summary>A key stops the prompt.</summary>
    public bool InterruptPrompt { get; set; }

    public PlaySource? Prompt { get; set; }

    [SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "the official type has the setter")]
    public IList<PlaySource> PlayPrompts { get; set; } = [];

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events. Default: a fresh GUID.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.WriteString("recognizeInputType"u8, InputType.ToString());
        json.Source("playPrompt"u8, Prompt);
        if (PlayPrompts.Count > 0)
        {
            json.Sources("playPrompts"u8, PlayPrompts);
        }

        json.WriteBoolean("interruptCallMediaOperation"u8, InterruptCallMediaOperation);
        json.WriteStartObject("recognizeOptions"u8);
        json.WriteBoolean("interruptPrompt"u8, InterruptPrompt);
        json.WriteNumber("initialSilenceTimeoutInSeconds"u8, (int)InitialSilenceTimeout.TotalSeconds);
        json.Identifier("targetParticipant"u8, TargetParticipant);
        WriteInput(json);
        json.WriteEndObject();
        json.ContextOrNew(OperationContext, OperationCallbackUri);
    }

    private protected abstract void WriteInput(Utf8JsonWriter json);
}
