using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.ChangeEvents;

/// <summary>What an administrator asks for.</summary>
/// <param name="Url">Where changes are told: https.</param>
/// <param name="Enabled">False keeps the webhook and its secret without using it.</param>
[Example("""{"url":"https://hooks.example.com/koppla","enabled":true}""")]
internal sealed record WebhookRequest(string? Url = null, bool Enabled = true) : IHasSecrets<WebhookRequest>
{
    public WebhookRequest WithoutSecrets() => this with { Url = Url is null ? null : WebhookAddress.PlaceIn(Url) };
}
