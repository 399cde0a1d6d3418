using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Functions.Security;

/// <summary>Looks at the token of a machine that posts to us.</summary>
internal static class TokenChecks
{
    /// <param name="isSender">Whether somebody with a valid token is who may post.</param>
    public static async Task<TokenCheck> CheckTokenAsync(
        this HttpContext context, string scheme, Func<ClaimsPrincipal, bool> isSender) =>
        await context.AuthenticateAsync(scheme) switch
        {
            { Succeeded: true, Principal: var sender } when isSender(sender) => TokenCheck.Valid,
            { Failure: SecurityTokenSignatureKeyNotFoundException } => TokenCheck.CannotTell,
            _ => TokenCheck.Invalid,
        };
}
