using Azure.Core;
using Azure.Core.Pipeline;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>
/// Gives a command our own repeatability id instead of the random one of the client, so that the same command
/// sent again, by this process or another, has no second effect. Use: <c>using (RepeatabilityPolicy.Scope(...))</c>.
/// </summary>
internal sealed class RepeatabilityPolicy : HttpPipelineSynchronousPolicy
{
    private const string IdKey = "koppla.repeatability.id";
    private const string FirstSentKey = "koppla.repeatability.first-sent";

    public static IDisposable Scope(CommandId command, DateTimeOffset firstSent) =>
        HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?>(2, StringComparer.Ordinal)
        {
            [IdKey] = command.Value.ToString("D"),
            [FirstSentKey] = firstSent.ToString("R"),
        });

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.TryGetProperty(IdKey, out var id) && message.TryGetProperty(FirstSentKey, out var firstSent))
        {
            message.Request.Headers.SetValue("Repeatability-Request-ID", (string)id!);
            message.Request.Headers.SetValue("Repeatability-First-Sent", (string)firstSent!);
        }
    }
}
