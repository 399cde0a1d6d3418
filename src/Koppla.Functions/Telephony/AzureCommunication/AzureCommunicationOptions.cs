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

    public string? ConnectionString { get; init; }

    [ServiceAddress]
    public Uri? Endpoint { get; init; }

    /// <summary>The Azure AI services resource that speaks texts, <c>Provider:SpeechEndpoint</c>. Without it spoken prompts are refused.</summary>
    [ReachableAddress]
    public Uri? SpeechEndpoint { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(ConnectionString) == Endpoint is null)
        {
            yield return new("Either Provider__ConnectionString or Provider__Endpoint must be set, and not both.");
        }

        if (!string.IsNullOrEmpty(ConnectionString) && !IsConnectionString(ConnectionString))
        {
            yield return new(
                "Provider__ConnectionString must be the connection string of a Communication Services resource: endpoint=https://...;accesskey=...");
        }
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            _ = new CallAutomationClient(text);
            return true;
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
