using System.Text.Json;
using Koppla.EndToEnd.Tests.Profiles;
using Koppla.EndToEnd.Tests.Transfers;
using Koppla.Local.Stack;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.PlacedCalls;

/// <summary>A user calls: the own device rings, then whom the user calls.</summary>
public sealed class PlacingTests(StackFixture fixture) : IAsyncLifetime
{
    private static readonly PhoneNumber Own = TestNumbers.Fixed();
    private static readonly PhoneNumber Colleague = TestNumbers.Fixed();

    private readonly PhoneNumber outside = TestNumbers.External();
    private User user = null!;
    private PlacedCall placed = null!;

    private LocalStack Stack => fixture.Stack;

    public async ValueTask InitializeAsync()
    {
        user = await fixture.Tenant.UserAsync(NumberRule.Ring, Own);
        placed = new PlacedCall(Stack, fixture.Tenant, user);
    }

    public ValueTask DisposeAsync()
    {
        placed.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_number_outside_is_rung_when_the_own_device_has_answered_and_the_two_talk()
    {
        await placed.PlaceAsync(outside);

        await placed.Call.ToldAsync("AddParticipantSucceeded");
        var ongoing = await placed.GetAsync();
        Assert.Equal("talking", ongoing.GetProperty("state").GetString());
        Assert.Equal(outside.E164, ongoing.GetProperty("with").GetString());
        Assert.Equal([placed.App, outside.E164], placed.Call.Legs.Select(leg => leg.Number));
        Assert.True(At($"{placed.App} answered") < At($"telephone {outside.E164} rings"));
        await placed.Call.HangUpAsync(outside.E164);
        var record = await placed.RecordAsync();
        Assert.Equal("answered rings", Told(record));
        Assert.Equal(outside.E164, record.GetProperty("target").GetString());
        Assert.Equal(Own.E164, record.GetProperty("caller").GetString());
        Assert.NotEmpty(record.GetProperty("explanation").EnumerateArray());
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("declined")]
    [InlineData("no-answer")]
    [InlineData("no-connection")]
    public async Task An_own_device_that_does_not_take_it_ends_the_call_and_nobody_else_is_rung(string reason)
    {
        Stack.Simulator.Telephones.Script(placed.App, Scripts.Of(reason));

        await placed.PlaceAsync(outside);

        Assert.Equal($"not-placed own-device-{reason}", Told(await placed.RecordAsync("CreateCallFailed")));
        Assert.Equal([placed.App], placed.Call.Legs.Select(leg => leg.Number));
    }

    [Theory]
    [InlineData("busy", "busy", "Den du söker är upptagen just nu. Försök igen senare.")]
    [InlineData("declined", "busy", "Den du söker är upptagen just nu. Försök igen senare.")]
    [InlineData("no-answer", "no-answer", "Den du söker kan inte svara just nu. Försök igen senare.")]
    [InlineData("no-connection", "no-connection", "Den du söker går inte att nå just nu. Försök igen senare.")]
    public async Task The_user_is_told_why_nobody_outside_takes_the_call(string does, string reason, string words)
    {
        Stack.Simulator.Telephones.Script(outside.E164, Scripts.Of(does));

        await placed.PlaceAsync(outside);

        Assert.Equal($"unanswered {reason}", Told(await placed.RecordAsync()));
        Assert.Equal([words], placed.Call.Spoken());
    }

    [Fact]
    public async Task A_colleague_is_subject_to_her_own_rules()
    {
        var colleague = await fixture.Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(outside) }, Colleague);
        Stack.Simulator.Telephones.Script(colleague.App(), TelephoneScript.Busy());

        await placed.PlaceAsync(new { user = colleague.Id.Value });

        await placed.Call.ToldAsync("AddParticipantSucceeded");
        Assert.Equal([placed.App, colleague.App(), outside.E164], placed.Call.Legs.Select(leg => leg.Number));
        await placed.Call.HangUpAsync(placed.App);
        Assert.Equal("answered forwarded", Told(await placed.RecordAsync()));
    }

    [Fact]
    public async Task A_colleague_who_answers_has_a_call_that_came_in()
    {
        var colleague = await fixture.Tenant.UserAsync(NumberRule.Ring, Colleague);
        await placed.PlaceAsync(new { user = colleague.Id.Value });
        await placed.Call.ToldAsync("AddParticipantSucceeded");

        using var hers = Stack.ApiClient(fixture.Tenant.Id.Value, colleague.Id.Value, colleague.Name, "Koppla.User");
        var seen = await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<JsonElement>(
            hers, $"users/me/calls/{placed.Id}", TestContext.Current.CancellationToken);

        Assert.Equal(("incoming", Own.E164), (seen.GetProperty("direction").GetString(), seen.GetProperty("with").GetString()));
        await placed.Call.HangUpAsync(colleague.App());
        Assert.Equal("answered rings", Told(await placed.RecordAsync()));
    }

    [Fact]
    public async Task A_user_who_hangs_up_while_it_rings_stops_the_ringing()
    {
        Stack.Simulator.Telephones.Script(outside.E164, TelephoneScript.NoAnswer());
        await placed.PlaceAsync(outside);
        await placed.Call.RingsAsync(outside.E164);

        await placed.Call.HangUpAsync(placed.App);

        Assert.Equal("abandoned rings", Told(await placed.RecordAsync()));
    }

    [Fact]
    public async Task One_key_rings_once_also_when_it_is_asked_for_several_times_at_once()
    {
        var to = new { number = outside.Display };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => placed.PostAsync(to, "key")));

        Assert.All(answers, answer => Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location!.OriginalString).Distinct());
        await placed.PlaceAsync(to, "key");
        await placed.Call.ToldAsync("AddParticipantSucceeded");
        Assert.Single(placed.CallsOfApp);
        await placed.Call.HangUpAsync(outside.E164);
        Assert.Equal("answered rings", Told(await placed.RecordAsync()));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    private DateTimeOffset At(string text) => placed.Call.Timeline.First(entry => entry.Text == text).At;

    private static string Told(JsonElement record) => $"{record.GetProperty("outcome")} {record.GetProperty("reason")}";
}
