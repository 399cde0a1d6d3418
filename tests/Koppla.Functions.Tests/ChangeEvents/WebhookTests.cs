using Koppla.Functions.ChangeEvents;
using NodaTime;

namespace Koppla.Functions.Tests.ChangeEvents;

public sealed class WebhookTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);
    private readonly Webhook webhook = new("1", new Uri("https://hooks.example/"), true, "first", Now, []);

    [Fact]
    public void A_secret_that_was_replaced_signs_for_a_day()
    {
        var replaced = webhook.WithSecret("second", Now);

        Assert.Equal(["second", "first"], replaced.SecretsAt(Now + Duration.FromHours(24) - Duration.Epsilon));
        Assert.Equal(["second"], replaced.SecretsAt(Now + Duration.FromHours(24)));
    }

    [Fact]
    public void A_secret_that_is_replaced_twice_within_a_day_signs_still()
    {
        var replaced = webhook.WithSecret("second", Now).WithSecret("third", Now + Duration.FromHours(1));

        Assert.Equal(["third", "second", "first"], replaced.SecretsAt(Now + Duration.FromHours(23)));
        Assert.Equal(["third", "second"], replaced.SecretsAt(Now + Duration.FromHours(24)));
    }

    [Fact]
    public void A_secret_that_does_not_sign_any_more_is_forgotten() =>
        Assert.Equal(
            "second",
            Assert.Single(webhook.WithSecret("second", Now).WithSecret("third", Now + Duration.FromHours(24)).Retired).Secret);
}
