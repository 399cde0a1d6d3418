using Azure;
using Azure.Identity;
using Koppla.Functions.Calls;
using Koppla.Functions.IncomingCalls;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>Calls whose data cannot be read: the caller never meets silence, and Event Grid never an error of ours.</summary>
public sealed class StorageAwayTests
{
    public static TheoryData<string> Faults => [.. FaultsByName.Keys];

    private static readonly Dictionary<string, Func<CancellationToken, Task>> FaultsByName = new(StringComparer.Ordinal)
    {
        ["503 ServerBusy"] = _ => throw new RequestFailedException(503, "Busy.", "ServerBusy", null),
        ["500 OperationTimedOut"] = _ => throw new RequestFailedException(500, "Slow.", "OperationTimedOut", null),
        ["404 table missing"] = _ => throw new RequestFailedException(404, "No table.", "TableNotFound", null),
        ["403"] = _ => throw new RequestFailedException(403, "No.", "AuthorizationFailure", null),
        ["connection refused"] = _ => throw new RequestFailedException("Refused.", new HttpRequestException("refused")),
        ["reset while reading"] = _ => throw new IOException("Reset."),
        ["network timeout"] = _ => throw new TaskCanceledException("Slow."),
        ["timeout"] = _ => throw new TimeoutException(),
        ["every try failed"] = _ => throw new AggregateException(new RequestFailedException(503, "Busy."), new TaskCanceledException()),
        ["no identity"] = _ => throw new AuthenticationFailedException("No token."),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_configured_fallback_takes_the_call(string fault)
    {
        using var exchange = await Exchange.WithFallback(Numbers.Reception).FilledAsync();
        exchange.Storage.BeforeRead = (_, cancellation) => FaultsByName[fault](cancellation);

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Reserved));

        Assert.Equal([$"redirect {Numbers.Reception.E164}"], exchange.Provider.Asked);
        var record = Assert.Single(exchange.Records);
        Assert.Equal((CallOutcome.Redirected, "data-unavailable", null), (record.Outcome, record.Reason, record.Organisation));
    }

    [Theory]
    [InlineData("numbers")]
    [InlineData("users")]
    [InlineData("organisations")]
    public async Task It_does_not_matter_which_table_is_away(string away)
    {
        using var exchange = await Exchange.WithFallback(Numbers.Reception).FilledAsync();
        exchange.Storage.BeforeRead = (table, _) =>
            table == away ? throw new RequestFailedException(503, "Busy.") : Task.CompletedTask;

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal([$"redirect {Numbers.Reception.E164}"], exchange.Provider.Asked);
    }

    [Fact]
    public async Task Without_a_fallback_the_called_line_rings_if_it_is_known()
    {
        using var exchange = await new Exchange().FilledAsync();
        await exchange.CallAsync(Numbers.Fixed);
        Fail(exchange);

        await exchange.DeliverAsync(TestCall.Calling(Numbers.Fixed) with { Handle = "second" });

        Assert.Equal($"redirect {Exchange.App.CommunicationUserId}", exchange.Provider.Asked.Last());
        Assert.Equal(2, exchange.Provider.Sent.Count);
    }

    [Fact]
    public async Task Without_either_the_caller_hears_busy()
    {
        using var exchange = await new Exchange().FilledAsync();
        Fail(exchange);

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal(["reject Busy"], exchange.Provider.Asked);
        Assert.Equal("data-unavailable", exchange.Records[0].Reason);
    }

    [Fact]
    public async Task An_organisation_that_was_read_before_serves_while_its_table_is_away()
    {
        using var exchange = await new Exchange().FilledAsync();
        await exchange.CallAsync(Numbers.Reserved);
        exchange.Clock.AdvanceMinutes(10);
        exchange.Storage.BeforeRead = (table, _) =>
            table == "organisations" ? throw new RequestFailedException(503, "Busy.") : Task.CompletedTask;

        await exchange.DeliverAsync(new TestCall { Handle = "second", At = exchange.Clock.GetCurrentInstant() });

        Assert.All(exchange.Provider.Asked, asked => Assert.Equal($"redirect {Numbers.Outside.E164}", asked));
    }

    [Fact]
    public async Task A_read_that_hangs_is_given_two_and_a_half_seconds()
    {
        using var exchange = await Exchange.WithFallback(Numbers.Reception).FilledAsync();
        var reading = new TaskCompletionSource();
        exchange.Storage.BeforeRead = async (_, cancellation) =>
        {
            reading.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        };

        var handling = exchange.CallAsync(Numbers.Reserved);
        await reading.Task;
        exchange.Time.Advance(CallBudget.Read - TimeSpan.FromMilliseconds(1));
        Assert.False(handling.IsCompleted);
        exchange.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(Handling.Done, await handling);
        Assert.Equal([$"redirect {Numbers.Reception.E164}"], exchange.Provider.Asked);
    }

    [Fact]
    public async Task A_provider_that_hangs_is_given_what_is_left_of_five_seconds()
    {
        using var exchange = await new Exchange().FilledAsync();
        var asked = new TaskCompletionSource();
        exchange.Provider.Answer = async (_, cancellation) =>
        {
            asked.TrySetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            }
            catch (OperationCanceledException)
            {
                return new Functions.Telephony.CommandResult(Functions.Telephony.CommandStatus.Unknown, "timeout");
            }

            return Functions.Telephony.CommandResult.Accepted;
        };

        var handling = exchange.CallAsync(Numbers.Reserved);
        await asked.Task;
        exchange.Time.Advance(CallBudget.Whole);

        Assert.Equal(Handling.TryAgain, await handling);
        Assert.Empty(exchange.Records);
    }

    public static TheoryData<string, string, string, string> Corruptions => new()
    {
        { "numbers", "State", "sold", "redirect" },
        { "numbers", "Organisation", "nobody", "redirect" },
        { "numbers", "User", "nobody", "redirect" },
        { "users", "Handling", "{", "redirect" },
        { "users", "Handling", "null", "redirect" },
        { "users", "Handling", "{}", "redirect" },
        { "users", "Handling", """{"fixed":{"destination":"112","enabled":true},"mobile":{}}""", "redirect" },
        { "users", "Handling", """{"fixed":{},"mobile":{},"device":"4:+46112"}""", "redirect" },
        { "organisations", "Countries", "SE,Atlantis", "redirect" },
        { "organisations", "Fallback", "0", "redirect" },
    };

    [Theory]
    [MemberData(nameof(Corruptions))]
    public async Task An_entity_that_cannot_be_read_is_like_one_that_is_away(string table, string property, string value, string does)
    {
        using var exchange = await Exchange.WithFallback(Numbers.Reception).FilledAsync();
        foreach (var entity in exchange.Storage.In(table).Where(entity => table != "numbers" || entity.PartitionKey == Numbers.Fixed.Digits))
        {
            entity[property] = value;
        }

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal([$"{does} {Numbers.Reception.E164}"], exchange.Provider.Asked);
        Assert.Equal("data-unavailable", exchange.Records[0].Reason);
    }

    [Theory]
    [InlineData("numbers", "State")]
    [InlineData("numbers", "Organisation")]
    [InlineData("users", "Name")]
    [InlineData("users", "Handling")]
    [InlineData("organisations", "Suspended")]
    [InlineData("organisations", "Countries")]
    public async Task A_property_that_is_missing_or_of_another_type_is_not_guessed(string table, string property)
    {
        foreach (var wrong in new object?[] { null, 7L })
        {
            using var exchange = await Exchange.WithFallback(Numbers.Reception).FilledAsync();
            foreach (var entity in exchange.Storage.In(table))
            {
                entity[property] = wrong;
            }

            Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

            Assert.Equal([$"redirect {Numbers.Reception.E164}"], exchange.Provider.Asked);
        }
    }

    // The rules refuse such a telephone; a fallback that rings it would send the call round in a circle.
    [Fact]
    public async Task A_line_whose_telephone_the_rules_refuse_does_not_ring_while_storage_is_away()
    {
        using var exchange = await new Exchange().FilledAsync();
        await exchange.UserAsync(new TelephoneDevice(Numbers.Fixed));
        await exchange.CallAsync(Numbers.Fixed);
        Assert.Equal(["reject Busy"], exchange.Provider.Asked);
        Fail(exchange);

        await exchange.DeliverAsync(TestCall.Calling(Numbers.Fixed) with { Handle = "second" });

        Assert.Equal(["reject Busy", "reject Busy"], exchange.Provider.Asked);
    }

    private static void Fail(Exchange exchange) =>
        exchange.Storage.BeforeRead = (_, _) => throw new RequestFailedException(503, "Busy.");
}
