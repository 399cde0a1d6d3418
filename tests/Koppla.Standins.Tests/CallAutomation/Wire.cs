using Azure.Communication.CallAutomation;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Koppla.Standins.Tests.CallAutomation;

/// <summary>A client on a recorded wire.</summary>
internal sealed class Wire
{
    public const string Key = "a29wcGxhLXRlc3Qta2V5LTAwMDAwMDAwMDAwMDAwMDE=";
    public const string Endpoint = "https://acs-fwd.example.net/";

    public Wire(Action<CallAutomationClientOptions>? configure = null, string endpoint = Endpoint, TimeProvider? time = null)
    {
        var options = Options();
        configure?.Invoke(options);
        Client = new CallAutomationClient($"endpoint={endpoint};accesskey={Key}", options, time ?? TimeProvider.System);
    }

    public RecordingHandler Handler { get; } = new();

    public CallAutomationClient Client { get; }

    public CallConnection Call => Client.GetCallConnection("cc-1");

    public CallMedia Media => Call.GetCallMedia();

    public RecordedRequest Sent => Handler.Requests.Single();

    public static Wire Answering(int status, string? json = null, Action<CallAutomationClientOptions>? configure = null)
    {
        var wire = new Wire(configure);
        wire.Handler.Answer(status, json);
        return wire;
    }

    public CallAutomationClientOptions Options() => new()
    {
        Transport = new HttpClientTransport(new HttpClient(Handler)),
        Retry = { MaxRetries = 3, Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(1) },
    };
}
