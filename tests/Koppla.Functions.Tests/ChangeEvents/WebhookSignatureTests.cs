using System.Security.Cryptography;
using System.Text;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Security;
using NodaTime;

namespace Koppla.Functions.Tests.ChangeEvents;

public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly Instant At = Instant.FromUnixTimeSeconds(1614265330);

    /// <summary>The example that libraries of Standard Webhooks are tested with.</summary>
    [Fact]
    public void A_signature_is_what_others_compute() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of([Secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", At, """{"test": 2432232314}"""u8.ToArray()));

    [Fact]
    public void There_is_a_signature_for_each_secret()
    {
        var other = WebhookSecret.New(new SecretSource());
        var body = "{}"u8.ToArray();

        var both = WebhookSignature.Of([other, Secret], "1", At, body);

        Assert.Equal($"{WebhookSignature.Of([other], "1", At, body)} {WebhookSignature.Of([Secret], "1", At, body)}", both);
    }

    [Fact]
    public void A_new_secret_has_256_bits_and_is_like_no_other()
    {
        var (one, other) = (WebhookSecret.New(new SecretSource()), WebhookSecret.New(new SecretSource()));

        Assert.StartsWith("whsec_", one, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(one["whsec_".Length..]).Length);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void A_second_part_of_the_timestamp_is_not_signed() => Assert.Equal(
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret[6..]), Encoding.UTF8.GetBytes("1.1614265330.{}"))),
        WebhookSignature.Of([Secret], "1", At + Duration.FromMilliseconds(999), "{}"u8.ToArray())["v1,".Length..]);
}
