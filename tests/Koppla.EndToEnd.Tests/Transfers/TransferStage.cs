using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Koppla.EndToEnd.Tests.LiveUpdates;
using Koppla.EndToEnd.Tests.PlacedCalls;
using Koppla.EndToEnd.Tests.Profiles;
using Koppla.Local.Stack;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>A calls B, who has answered and transfers A to C over the API.</summary>
internal sealed class TransferStage : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly LocalStack stack;
    private readonly Tenant tenant;
    private readonly User user;
    private readonly User target;
    private HttpClient client;
    private bool isPlaced;

    private TransferStage(LocalStack stack, Tenant tenant, User transferor, User target, SimulatedCall call, string? a = null)
    {
        (this.stack, this.tenant, user, this.target, Call, A) = (stack, tenant, transferor, target, call, a ?? call.Legs[0].Number);
        (B, C) = (transferor.App(), target.App());
        client = ClientOf(transferor);
    }

    /// <summary>The caller, who was there first, whatever is known of the number; or whom B has called.</summary>
    public string A { get; }

    public string B { get; }

    public string C { get; }

    public SimulatedCall Call { get; }

    /// <summary>The call's id in the API.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The id of the last transfer that was begun.</summary>
    public string Transfer { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TransferStage> TalkAsync(
        LocalStack stack,
        Tenant tenant,
        StageNumbers numbers,
        TelephoneScript? c = null,
        string? caller = StageNumbers.Caller,
        NumberRule? rule = null)
    {
        // Something may follow, so that the call is answered.
        var transferor = await tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.Refer }, numbers.B);
        var colleague = await tenant.UserAsync(rule ?? NumberRule.Ring, numbers.C);
        stack.Simulator.Telephones.Script(colleague.App(), c ?? TelephoneScript.Default);
        var call = await tenant.CallAsync(numbers.B, new PlaceCall { From = caller, To = "" });
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, transferor.App()), call.Outcome);
        var stage = new TransferStage(stack, tenant, transferor, colleague, call);
        await call.ToldAsync("AddParticipantSucceeded");
        stage.Id = await stage.FindCallAsync();
        return stage;
    }

    /// <summary>B calls A, who is outside.</summary>
    public static async Task<TransferStage> PlaceAsync(
        LocalStack stack, Tenant tenant, StageNumbers numbers, PhoneNumber a, TelephoneScript? c = null)
    {
        var transferor = await tenant.UserAsync(NumberRule.Ring, numbers.B);
        var colleague = await tenant.UserAsync(NumberRule.Ring, numbers.C);
        stack.Simulator.Telephones.Script(colleague.App(), c ?? TelephoneScript.Default);
        using var placing = new PlacedCall(stack, tenant, transferor);
        await placing.PlaceAsync(new { number = a.Display });
        await placing.Call.ToldAsync("AddParticipantSucceeded");
        return new TransferStage(stack, tenant, transferor, colleague, placing.Call, a.E164) { Id = placing.Id, isPlaced = true };
    }

    public void Dispose() => client.Dispose();

    /// <summary>Another instance of the app is asked from now on.</summary>
    public void GoTo(Uri instance) =>
        client = new HttpClient { BaseAddress = new Uri(instance, "/api/v1/"), DefaultRequestHeaders = { Authorization = client.DefaultRequestHeaders.Authorization } };

    public void Script(string telephone, params TelephoneScript[] scripts) => stack.Simulator.Telephones.Script(telephone, scripts);

    /// <summary>What B wants done when a direct transfer fails for this reason.</summary>
    public async Task WantsAsync(string reason, string step, PhoneNumber? number = null)
    {
        var policy = new Dictionary<string, object>(StringComparer.Ordinal) { [reason] = new { step, number = number?.Display } };
        using var response = await client.PutAsJsonAsync("users/me/transfer-policy", policy, Cancellation);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Begins a transfer to C, or to a number.</summary>
    public async Task BeginAsync(string mode, PhoneNumber? number = null, int seconds = 20, bool needsKey = false)
    {
        using var response = await PostTransferAsync(mode, number, seconds, needsKey);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var transfer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Transfer = transfer.GetProperty("id").GetString()!;
        Assert.Equal(mode == "direct" ? "direct" : "ringing", StateOf(transfer));
        Assert.Equal($"/api/v1/calls/{Id}/transfers/{Transfer}", response.Headers.Location?.OriginalString);
    }

    public Task<HttpResponseMessage> PostTransferAsync(string mode, PhoneNumber? number = null, int seconds = 20, bool needsKey = false)
    {
        object to = number is null ? new { user = target.Id.Value } : new { number = number.Display };
        return client.PostAsJsonAsync($"calls/{Id}/transfers", new { to, mode, timeoutSeconds = seconds, needsKey }, Cancellation);
    }

    /// <summary>Asks to complete or to cancel, and gives the state, or the name of the problem.</summary>
    public async Task<string> AskAsync(string what)
    {
        using var response = await client.PostAsJsonAsync($"calls/{Id}/transfers/{Transfer}/{what}", new { }, Cancellation);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return response.IsSuccessStatusCode
            ? StateOf(body)
            : $"{(int)response.StatusCode} {body.GetProperty("type").GetString()!.Split(':')[^1]}";
    }

    public Task<HttpResponseMessage> GetAsync() => client.GetAsync($"calls/{Id}/transfers/{Transfer}", Cancellation);

    /// <summary>Waits until the transfer is in this state, and gives it.</summary>
    public async Task<JsonElement> BecomesAsync(string state)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (true)
        {
            var transfer = await client.GetFromJsonAsync<JsonElement>($"calls/{Id}/transfers/{Transfer}", Cancellation);
            if (StateOf(transfer) == state)
            {
                return transfer;
            }

            Assert.False(
                patience.IsCancellationRequested, $"{transfer}{Environment.NewLine}{string.Join(Environment.NewLine, Call.Timeline)}");
        }
    }

    /// <summary>Waits until these and nobody else are in the call; those of <paramref name="onHold"/> hear music.</summary>
    public Task AreThereAsync(IReadOnlyList<string> talking, params IReadOnlyList<string> onHold) => Call.ReachesAsync(
        now => Is(now, LegState.Connected, talking) && Is(now, LegState.OnHold, onHold) && Is(now, LegState.Ringing, []));

    /// <summary>The same while somebody rings.</summary>
    public Task AreRingingAsync(IReadOnlyList<string> waiting, string rings, string onHold) => Call.ReachesAsync(
        now => Is(now, LegState.Connected, waiting) && Is(now, LegState.OnHold, [onHold]) && Is(now, LegState.Ringing, [rings]));

    /// <summary>Whether these and nobody else are in the call, hear music, or ring.</summary>
    public bool AreNow(IReadOnlyList<string> talking, IReadOnlyList<string> onHold, IReadOnlyList<string> ringing) =>
        Is(Call, LegState.Connected, talking) && Is(Call, LegState.OnHold, onHold) && Is(Call, LegState.Ringing, ringing);

    /// <summary>Where the last transfer is now.</summary>
    public async Task<(string State, string? Reason)> NowAsync()
    {
        var transfer = await client.GetFromJsonAsync<JsonElement>($"calls/{Id}/transfers/{Transfer}", Cancellation);
        return (StateOf(transfer), transfer.TryGetProperty("reason", out var reason) ? reason.GetString() : null);
    }

    public Task RingsAsync(string who) => Call.RingsAsync(who);

    /// <summary>The app has been told of so many answers in all.</summary>
    public Task ToldOfAnswersAsync(int times) => ToldAsync("AddParticipantSucceeded", times);

    /// <summary>The app has been told of so many telephones in all that did not answer.</summary>
    public Task ToldOfFailuresAsync(int times) => ToldAsync("AddParticipantFailed", times);

    /// <summary>C answers, and the app knows.</summary>
    public async Task ConsultAsync()
    {
        await AreThereAsync([B, C], A);
        await BecomesAsync("consulting");
    }

    /// <summary>One of the two who are left hangs up; then nobody is there, and the call is recorded once.</summary>
    public async Task EndAsync(string who, string recorded)
    {
        Assert.True(await Call.HangUpAsync(who));
        await OverAsync(recorded);
    }

    /// <summary>The call ends by itself.</summary>
    /// <param name="recorded">Whom the record names.</param>
    public async Task OverAsync(string recorded)
    {
        await Call.ReachesAsync(now => now.Ended.IsCompleted);
        Assert.All(Call.Legs, leg => Assert.Equal(LegState.Ended, leg.State));
        var record = await tenant.RecordAfterTheEndOfAsync(Call, isPlaced ? Id : null);
        Assert.Equal("answered", record.GetProperty("outcome").GetString());
        Assert.Equal(recorded, record.GetProperty("target").GetString());
        Assert.Equal(Id, record.GetProperty("id").GetString());
    }

    /// <summary>When A was put on hold and taken off it.</summary>
    public IReadOnlyList<string> Holds() =>
        [.. Call.Timeline.Select(entry => entry.Text)
            .Where(text => text.EndsWith(" hold", StringComparison.Ordinal))
            .Select(text => text[(text.IndexOf(' ') + 1)..])];

    /// <summary>The same call from C's side, who transfers it on.</summary>
    public TransferStage AsC() => new(stack, tenant, target, target, Call, A) { Id = Id, Transfer = Transfer, isPlaced = isPlaced };

    /// <summary>The live updates of the user of this side.</summary>
    public EventStream Events() => new(ClientOf(user));

    /// <summary>The states of the call and of the transfer, as the user of this side has them in the list of calls.</summary>
    public async Task<string> ListedAsync()
    {
        var mine = await client.GetFromJsonAsync<JsonElement>("users/me/calls", Cancellation);
        var call = Assert.Single(mine.GetProperty("items").EnumerateArray());
        return $"{StateOf(call)} {StateOf(call.GetProperty("transfer"))}";
    }

    /// <summary>The call that the user of this side is in.</summary>
    public async Task<string> FindCallAsync()
    {
        var mine = await client.GetFromJsonAsync<JsonElement>("users/me/calls", Cancellation);
        var call = Assert.Single(mine.GetProperty("items").EnumerateArray());
        Assert.Equal("talking", StateOf(call));
        return call.GetProperty("id").GetString()!;
    }

    private Task ToldAsync(string name, int times) => Call.ReachesAsync(
        now => now.Timeline.Count(entry => entry.Text.StartsWith($"{name} delivered (200", StringComparison.Ordinal)) >= times);

    private static bool Is(SimulatedCall call, LegState state, IReadOnlyList<string> who) =>
        call.Legs.Where(leg => leg.State == state).Select(leg => leg.Number).Order(StringComparer.Ordinal)
            .SequenceEqual(who.Order(StringComparer.Ordinal));

    private static string StateOf(JsonElement body) => body.GetProperty("state").GetString()!;

    private HttpClient ClientOf(User who) => stack.ApiClient(tenant.Id.Value, who.Id.Value, who.Name, "Koppla.User");
}
