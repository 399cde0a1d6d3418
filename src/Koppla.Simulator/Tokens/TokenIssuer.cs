using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Simulator.Tokens;

/// <summary>
/// Stands in for the two issuers a deployed system trusts: Call Automation, which signs its callbacks, and Entra ID, which signs the
/// tokens of persons and of Event Grid. Each has its own RSA 2048 key, made once a process and kept in memory only.
/// </summary>
public sealed class TokenIssuer(TimeProvider time) : IDisposable
{
    /// <summary>The tenant that Event Grid's tokens come from unless another is asked for.</summary>
    public static readonly Guid HomeTenant = new("6b1d0f52-3c1e-4f6a-9d57-0a4f1c5e2b01");

    /// <summary>Event Grid's own application, the same in every tenant; <c>azp</c> of its tokens.</summary>
    public const string EventGridApplication = "4962773b-9cdb-44cf-a8bf-237846a00ab7";

    /// <summary>The role that a secured webhook demands of Event Grid.</summary>
    public const string EventGridRole = "AzureEventGridSecureWebhookSubscriber";

    private static readonly TimeSpan CallbackLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan EntraLifetime = TimeSpan.FromHours(1);

    private readonly JsonWebTokenHandler writer = new() { SetDefaultTimesOnTokenCreation = false };
    private static readonly Lazy<RSAParameters> FirstCallbackKey = new(KeyRing.NewParameters);
    private static readonly Lazy<RSAParameters> FirstEntraKey = new(KeyRing.NewParameters);

    private readonly KeyRing callbackKeys = new(FirstCallbackKey.Value);
    private readonly KeyRing entraKeys = new(FirstEntraKey.Value);

    /// <summary>Where the issuer is served, known once the server listens. Ends with a slash.</summary>
    /// <exception cref="InvalidOperationException">It is read before it is set.</exception>
    public Uri BaseAddress
    {
        get => field ?? throw new InvalidOperationException("The token issuer has no base address yet: set it when the server listens.");
        set => field = new Uri(value.GetLeftPart(UriPartial.Authority) + "/");
    }

    /// <summary>While true, both key endpoints answer 503.</summary>
    public bool KeysFail { get; set; }

    /// <summary>How long both key endpoints wait before they answer. Zero by default.</summary>
    public TimeSpan KeyDelay { get; set; }

    public string CallbackIssuer => $"{BaseAddress}calling";

    /// <summary>The issuer of one tenant's Entra tokens; <c>{tenantid}</c> for the tenant gives the template Entra publishes for organizations.</summary>
    public string EntraIssuer(string tenant) => $"{BaseAddress}{tenant}/v2.0";

    /// <summary>Makes new keys for both issuers.</summary>
    /// <param name="keepOld">Whether the old keys stay published, so that tokens already out stay good.</param>
    public void RollKeys(bool keepOld = true)
    {
        callbackKeys.Roll(keepOld);
        entraKeys.Roll(keepOld);
    }

    /// <summary>The token of one mid-call callback: RS256, good for 5 minutes.</summary>
    public string CallbackToken(string audience) => Forge(CallbackDraft(audience));

    /// <summary>The token of an Event Grid delivery to a webhook secured with Entra ID.</summary>
    public string EventGridToken(string audience) => Forge(EventGridDraft(audience));

    /// <summary>A signed-in person's access token, good for one hour unless another lifetime is given; a negative one gives a token that has expired.</summary>
    public string PersonToken(Guid tenant, Guid person, string name, IEnumerable<string> roles, string audience, TimeSpan? lifetime = null) =>
        Forge(PersonDraft(tenant, person, name, roles, audience, lifetime));

    public TokenDraft CallbackDraft(string audience) =>
        Draft(TokenAuthority.CallAutomation, CallbackIssuer, audience, CallbackLifetime, []);

    public TokenDraft EventGridDraft(string audience, Guid? tenant = null)
    {
        var home = (tenant ?? HomeTenant).ToString();
        return Draft(TokenAuthority.Entra, EntraIssuer(home), audience, EntraLifetime, new(StringComparer.Ordinal)
        {
            ["ver"] = "2.0",
            ["tid"] = home,
            ["azp"] = EventGridApplication,
            ["appid"] = EventGridApplication,
            ["idtyp"] = "app",
            ["roles"] = new[] { EventGridRole },
        });
    }

    public TokenDraft PersonDraft(Guid tenant, Guid person, string name, IEnumerable<string> roles, string audience, TimeSpan? lifetime = null) =>
        Draft(TokenAuthority.Entra, EntraIssuer(tenant.ToString()), audience, lifetime ?? EntraLifetime, new(StringComparer.Ordinal)
        {
            ["ver"] = "2.0",
            ["tid"] = tenant.ToString(),
            ["oid"] = person.ToString(),
            ["sub"] = person.ToString(),
            ["name"] = name,
            ["roles"] = roles.ToArray(),
        });

    /// <summary>Writes and signs exactly what the draft says, right or wrong. A wrong token is a right draft with one thing changed.</summary>
    public string Forge(TokenDraft draft) => writer.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = draft.Issuer,
        Audience = draft.Audience,
        IssuedAt = draft.NotBefore.UtcDateTime,
        NotBefore = draft.NotBefore.UtcDateTime,
        Expires = draft.Expires.UtcDateTime,
        Claims = new Dictionary<string, object>(draft.Claims, StringComparer.Ordinal),
        SigningCredentials = KeysOf(draft.Authority).Credentials(draft.Signing),
    });

    /// <summary>Forgets the keys' cached signers.</summary>
    public void Dispose()
    {
        callbackKeys.Dispose();
        entraKeys.Dispose();
    }

    internal IEnumerable<RsaSecurityKey> PublishedKeys(TokenAuthority authority) => KeysOf(authority).Published;

    internal Task WaitBeforeKeys(CancellationToken cancellation) => Task.Delay(KeyDelay, time, cancellation);

    private TokenDraft Draft(TokenAuthority authority, string issuer, string audience, TimeSpan lifetime, Dictionary<string, object> claims)
    {
        var now = time.GetUtcNow();
        return new(authority, issuer, audience, NotBefore: lifetime < TimeSpan.Zero ? now + (2 * lifetime) : now, Expires: now + lifetime, claims);
    }

    private KeyRing KeysOf(TokenAuthority authority) => authority == TokenAuthority.CallAutomation ? callbackKeys : entraKeys;
}
