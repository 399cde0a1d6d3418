using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Security;

/// <summary>
/// Checks that an event of a call comes from Call Automation: a valid token for our resource. Its issuer makes no others, so
/// there is nothing more to ask of the sender.
/// </summary>
internal static class CallEventToken
{
    public static Task<TokenCheck> CheckCallEventTokenAsync(this HttpContext context) =>
        context.CheckTokenAsync(Schemes.CallEvents, _ => true);
}
