using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Security;

/// <summary>Checks that a delivery comes from Event Grid: a valid token for us, asked for by Event Grid's own application.</summary>
internal static class EventGridToken
{
    /// <summary>Event Grid's first-party application, the same in every tenant.</summary>
    private const string EventGridApplication = "4962773b-9cdb-44cf-a8bf-237846a00ab7";

    public static Task<TokenCheck> CheckEventGridTokenAsync(this HttpContext context) => context.CheckTokenAsync(
        Schemes.EventGrid, sender => Claims.Application.Any(claim => sender.HasClaim(claim, EventGridApplication)));
}
