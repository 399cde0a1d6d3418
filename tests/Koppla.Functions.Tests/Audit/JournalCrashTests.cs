using Koppla.Functions.Audit;
using Koppla.Functions.Numbers;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Tests.Storage;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Audit;

/// <summary>A process that dies at any of its requests to storage: what it did is told, listed and followed up, and what it did not is not told.</summary>
public sealed class JournalCrashTests(ApiFixture fixture)
{
    private const int MoreThanThereAre = 60;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_number_that_is_reserved(bool isSent) => CheckAsync(
        isSent,
        _ => Task.FromResult(fixture.NewNumber()),
        (change, number, office) => change.TryAddAsync(number, new ReservedNumber(office.Id, null), NumberChange.Reserved, Office.By, Cancellation));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_forwarding_that_is_set(bool isSent) => CheckAsync(
        isSent,
        office => office.ReservedAsync(),
        (change, number, office) => ChangeAsync(
            change, number, office, new ReservedNumber(office.Id, new Forwarding(Numbers.Outside, true)), NumberChange.ForwardingSet));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_forwarded_number_that_is_assigned(bool isSent) => CheckAsync(
        isSent,
        office => office.ReservedAsync(Numbers.Outside),
        (change, number, office) => ChangeAsync(change, number, office, new AssignedNumber(office.Id, office.User), NumberChange.Assigned));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_number_that_is_released(bool isSent) => CheckAsync(
        isSent,
        office => office.ReservedAsync(),
        async (change, number, office) => await change.TryRemoveAsync(await FoundAsync(office, number), Office.By, Cancellation));

    private static async Task ChangeAsync(NumberChange change, PhoneNumber number, Office office, NumberEntry entry, string action) =>
        await change.TryAsync(await FoundAsync(office, number), entry, action, Office.By, Cancellation);

    private static async Task<FoundNumber> FoundAsync(Office office, PhoneNumber number) => new(number, (await office.ReadAsync(number))!);

    private async Task CheckAsync(bool isSent, Func<Office, Task<PhoneNumber>> begin, Func<NumberChange, PhoneNumber, Office, Task> act)
    {
        for (var at = 0; at < MoreThanThereAre; at++)
        {
            using var office = new Office(fixture);
            await office.OpenAsync();
            var number = await begin(office);
            var before = await office.ReadAsync(number);
            var pipeline = new DyingPipeline(at, isSent);
            try
            {
                await act(office.Process(pipeline).GetRequiredService<NumberChange>(), number, office);
            }
            catch (ProcessGoneException)
            {
                // It has died.
            }

            await office.RecoverAsync();

            await CheckAsync(office, number, before?.Value);
            if (!pipeline.HasDied)
            {
                return;
            }
        }

        Assert.Fail("There were more requests than the test thought.");
    }

    private static async Task CheckAsync(Office office, PhoneNumber number, NumberEntry? before)
    {
        var after = await office.ReadAsync(number);
        var log = await office.LogAsync(AuditedObject.Of(number));
        if (after?.Value == before)
        {
            Assert.Empty(log);
        }
        else
        {
            var change = Assert.Single(log);
            Assert.True(after is null || after.Change == change.Id);
        }

        Assert.Equal(0, await office.OutstandingAsync());
        Assert.Equal(after?.Value, (await office.ListedAsync(number))?.Entry);
        Assert.Equal(after is not null, await office.IsFoundAsync(number));
        Assert.Equal(after?.Value is AssignedNumber, (await office.UserAsync())!.Numbers.Contains(number));
        Assert.Equal(after?.Value is AssignedNumber ? 1 : 0, (await office.LogAsync(AuditedObject.Of(office.User))).Count);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
