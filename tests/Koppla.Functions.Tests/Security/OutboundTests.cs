using System.Text.RegularExpressions;
using Koppla.Tests;

namespace Koppla.Functions.Tests.Security;

/// <summary>
/// Nobody outside says what the app connects to, but for the webhook, whose client connects to public addresses only. Who adds a file here
/// shows that its addresses come from settings or constants.
/// </summary>
public sealed partial class OutboundTests
{
    private static readonly string Source = Repository.File("src", "Koppla.Functions");

    /// <summary>
    /// The issuers' keys are fetched, by the library's retriever, from where the settings say; telemetry watches the connections of others, and
    /// goes where the settings say.
    /// </summary>
    [Fact]
    public void Nothing_but_the_webhooks_client_and_what_settings_name_opens_connections_of_its_own() => Assert.Equal(
        ["ChangeEvents/PublicConnection.cs", "ChangeEvents/WebhookClient.cs", "Security/TokenServices.cs", "Telemetry/TelemetryServices.cs"],
        FilesWith(OpensConnections()));

    [Fact]
    public void The_webhooks_client_sends_to_the_stored_address_of_a_webhook_alone()
    {
        var client = File.ReadAllText(Path.Combine(Source, "ChangeEvents", "WebhookClient.cs"));

        Assert.Equal(1, Regex.Count(client, @"\.SendAsync\(|\.GetAsync\(|\.PostAsync\(|GetStreamAsync\(|GetStringAsync\("));
        Assert.Equal(1, Regex.Count(client, @"new HttpRequestMessage\(HttpMethod\.Post, webhook\.Url\)"));
        Assert.Contains("ConnectCallback = (context, cancellation) => PublicConnection.OpenAsync(", client, StringComparison.Ordinal);
        Assert.Contains("AllowAutoRedirect = false", client, StringComparison.Ordinal);
        Assert.Contains("UseProxy = false", client, StringComparison.Ordinal);
    }

    /// <summary>
    /// Of these, the webhook's are guarded, the issuers are constants, and the sounds are fetched by the provider, from a folder of the settings.
    /// </summary>
    [Fact]
    public void Texts_become_addresses_in_few_places() => Assert.Equal(
        [
            "ChangeEvents/WebhookAddress.cs", "ChangeEvents/WebhookMapping.cs", "Security/KnownIssuer.cs", "Sounds/SoundLibrary.cs",
            "SupervisedCalls/WorkMapping.cs",
        ],
        FilesWith(MakesAddresses()));

    private static string[] FilesWith(Regex pattern)
    {
        var files = Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Source, file).Replace('\\', '/'), File: file))
            .Where(each => !each.Name.StartsWith("obj/", StringComparison.Ordinal) && !each.Name.StartsWith("bin/", StringComparison.Ordinal))
            .ToArray();
        Assert.True(files.Length > 100);
        return [.. files.Where(each => pattern.IsMatch(File.ReadAllText(each.File))).Select(each => each.Name).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(
        @"Http(Client|MessageInvoker|RequestMessage|MessageHandler)|SocketsHttpHandler|WebRequest|WebClient|\b(Tcp|Udp|Smtp)Client\b|\bSocket\b|\bDns\.|HttpDocumentRetriever|HttpPipelineTransport|\bQuic",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpensConnections();

    [GeneratedRegex(@"new Uri(Builder)?\(|Uri\.TryCreate\(|\bUri \w+ = new\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MakesAddresses();
}
