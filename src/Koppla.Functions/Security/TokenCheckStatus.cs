using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Security;

/// <summary>What a delivery is answered for its token.</summary>
internal static class TokenCheckStatus
{
    public static int ToStatus(this TokenCheck check) => check switch
    {
        TokenCheck.Valid => StatusCodes.Status200OK,
        TokenCheck.CannotTell => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status401Unauthorized,
    };
}
