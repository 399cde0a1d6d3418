namespace Azure.Communication.CallAutomation;

public sealed class CallIntelligenceOptions
{
    /// <summary>Needed for prompts of text or SSML.</summary>
    public Uri? CognitiveServicesEndpoint { get; set; }
}
