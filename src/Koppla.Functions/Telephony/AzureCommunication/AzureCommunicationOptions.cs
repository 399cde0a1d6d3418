using System.ComponentModel.DataAnnotations;
using Azure.Communication.CallAutomation;
using Koppla.Functions.Settings;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>
/// The Azure Communication Services resource that owns the numbers. Settings <c>Provider:ConnectionString</c>
/// or <c>Provider:Endpoint</c> (reached with the app's identity); exactly one of them.
/// </summary>
internal sealed class AzureCommunicationOptions : IValidatableObject
{
    public const string Section = "Provider";

    private static readonly ServiceReach Reach = new(
        Section, nameof(Endpoint), "a Communication Services resource: endpoint=https://...;accesskey=...", text => new CallAutomationClient(text));

    public string? ConnectionString { get; init; }

    [ServiceAddress]
    public Uri? Endpoint { get; init; }

    /// <summary>The Azure AI services resource that speaks texts, <c>Provider:SpeechEndpoint</c>. Without it spoken prompts are refused.</summary>
    [ReachableAddress]
    public Uri? SpeechEndpoint { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Reach.Check(ConnectionString, Endpoint);
}
