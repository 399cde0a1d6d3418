using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.Storage;
using Koppla.Routing;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.Api;

public sealed class RequestKeysTests
{
    private const string Key = "a/key#with\\all?";

    private readonly FakeStorage storage = new();
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 9, 0));
    private readonly Person anna = new(new OrganisationId(Guid.NewGuid()), new UserId(Guid.NewGuid()), IsAdministrator: false);
    private readonly RequestKeys keys;

    public RequestKeysTests() => keys = new RequestKeys(new Tables(storage.Service), clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_free_key_is_not_found_and_then_claimed()
    {
        Assert.Null(await keys.FindAsync(anna, Key, "ask", Cancellation));
        Assert.Equal(new KeyClaim("1", IsNew: true, IsOfAnother: false), await keys.ClaimAsync(anna, Key, "ask", "1", Cancellation));
        Assert.Equal(new KeyClaim("1", IsNew: false, IsOfAnother: false), await keys.FindAsync(anna, Key, "ask", Cancellation));
    }

    [Fact]
    public async Task The_same_request_gets_the_id_of_the_first()
    {
        await keys.ClaimAsync(anna, Key, "ask", "1", Cancellation);

        Assert.Equal(new KeyClaim("1", IsNew: false, IsOfAnother: false), await keys.ClaimAsync(anna, Key, "ask", "2", Cancellation));
    }

    [Fact]
    public async Task Another_request_does_not_get_the_key()
    {
        await keys.ClaimAsync(anna, Key, "ask", "1", Cancellation);

        Assert.True((await keys.ClaimAsync(anna, Key, "ask otherwise", "2", Cancellation)).IsOfAnother);
        Assert.True((await keys.FindAsync(anna, Key, "ask otherwise", Cancellation))!.Value.IsOfAnother);
    }

    [Fact]
    public async Task A_key_is_one_persons_own_and_told_from_others_by_every_letter()
    {
        await keys.ClaimAsync(anna, Key, "ask", "1", Cancellation);

        Assert.True((await keys.ClaimAsync(anna with { Id = new UserId(Guid.NewGuid()) }, Key, "ask", "2", Cancellation)).IsNew);
        Assert.True((await keys.ClaimAsync(anna with { Organisation = new OrganisationId(Guid.NewGuid()) }, Key, "ask", "3", Cancellation)).IsNew);
        Assert.True((await keys.ClaimAsync(anna, Key.ToUpperInvariant(), "ask", "4", Cancellation)).IsNew);
    }

    [Fact]
    public async Task Of_several_at_once_one_is_new_and_all_get_its_id()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            id => Task.Run(() => keys.ClaimAsync(anna, Key, "ask", $"{id}", Cancellation), Cancellation)));

        var first = Assert.Single(claims, claim => claim.IsNew);
        Assert.All(claims, claim => Assert.Equal(first.Id, claim.Id));
    }

    [Fact]
    public async Task A_claim_whose_answer_was_lost_is_new_still()
    {
        await keys.ClaimAsync(anna, Key, "ask", "1", Cancellation);

        Assert.Equal(new KeyClaim("1", IsNew: true, IsOfAnother: false), await keys.ClaimAsync(anna, Key, "ask", "1", Cancellation));
    }

    [Fact]
    public async Task A_key_is_kept_for_a_day()
    {
        await keys.ClaimAsync(anna, Key, "ask", "1", Cancellation);

        clock.Advance(Duration.FromHours(24));
        await keys.ForgetOldAsync(Cancellation);
        Assert.NotNull(await keys.FindAsync(anna, Key, "ask", Cancellation));

        clock.Advance(Duration.FromSeconds(1));
        await keys.ForgetOldAsync(Cancellation);
        Assert.Null(await keys.FindAsync(anna, Key, "ask", Cancellation));
    }
}
