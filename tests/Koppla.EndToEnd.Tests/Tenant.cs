using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json;
using Koppla.Local.Stack;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;

namespace Koppla.EndToEnd.Tests;

/// <summary>An organisation in a running system, and what tests do to it.</summary>
internal sealed class Tenant(LocalStack stack, Organisation organisation)
{
    public OrganisationId Id => organisation.Id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<Tenant> CreateAsync(LocalStack stack, PhoneNumber? fallback, bool suspended = false) =>
        CreateAsync(stack, organisation => organisation with { Fallback = fallback, Suspended = suspended });

    public static async Task<Tenant> CreateAsync(LocalStack stack, Func<Organisation, Organisation> with)
    {
        var id = new OrganisationId(Guid.NewGuid());
        var organisation = with(new Organisation(id, "Testbolaget AB", false, AllowedCountries.Default, null));
        await stack.Stores.Organisations.WriteAsync(organisation, Cancellation);
        return new Tenant(stack, organisation);
    }

    /// <summary>The instance of the app that is asked; null: the first.</summary>
    public Uri? Instance { get; set; }

    public HttpClient Admin()
    {
        var client = stack.ApiClient(Id.Value, Guid.NewGuid(), "Admin", "Koppla.Admin");
        client.BaseAddress = Instance is { } other ? new Uri(other, "/api/v1/") : client.BaseAddress;
        return client;
    }

    public async Task<PhoneNumber> ReserveAsync(PhoneNumber number, PhoneNumber? to = null, bool enabled = true)
    {
        var forwarding = to is null ? null : new Forwarding(to, enabled);
        await stack.Stores.Numbers.WriteAsync(number, new ReservedNumber(Id, forwarding), Cancellation);
        return number;
    }

    public async Task<User> UserAsync(
        PhoneNumber number, PhoneNumber? fixedTo = null, PhoneNumber? mobileTo = null, bool hasDevice = true)
    {
        var available = Profile.Available(Rule(fixedTo), Rule(mobileTo));
        return await UserAsync(CallHandling.Always(available, hasDevice ? [Devices.App()] : []), number);
    }

    /// <summary>A user with an app and the same rule for all numbers.</summary>
    public Task<User> UserAsync(NumberRule rule, params ImmutableArray<PhoneNumber> numbers) =>
        UserAsync(CallHandling.Always(Profile.Available(rule, rule), Devices.App()), numbers);

    public async Task<User> UserAsync(CallHandling handling, params ImmutableArray<PhoneNumber> numbers)
    {
        var user = new User(new UserId(Guid.NewGuid()), Id, "Test Person", numbers, Language.Swedish, handling);
        await stack.Stores.Users.WriteAsync(user, Cancellation);
        foreach (var number in numbers)
        {
            await stack.Stores.Numbers.WriteAsync(number, new AssignedNumber(Id, user.Id), Cancellation);
        }

        return user;
    }

    public Task<SimulatedCall> PlaceAsync(PhoneNumber number, PlaceCall? how = null) => stack.Simulator.Calls.PlaceAsync(
        (how ?? new PlaceCall { From = TestNumbers.Caller.E164, To = "" }) with { To = number.E164 }, Cancellation);

    /// <summary>Places a call and waits for what becomes of it.</summary>
    public async Task<SimulatedCall> CallAsync(PhoneNumber number, PlaceCall? how = null)
    {
        var call = await PlaceAsync(number, how);
        await call.Settled.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        return call;
    }

    /// <summary>The record of a call, which is written after the call has gone on.</summary>
    public async Task<JsonElement> RecordOfAsync(SimulatedCall call)
    {
        await call.WaitForAsync(now => now.Timeline.Any(entry => entry.Kind == TimelineKind.EventGrid), Cancellation);
        return Assert.Single(await RecordsOfAsync(call));
    }

    /// <summary>The record of a call that the app has answered, which is written when the app is told that the call is over.</summary>
    /// <param name="placed">The id of a call that was placed.</param>
    public async Task<JsonElement> RecordAfterTheEndOfAsync(SimulatedCall call, string? placed = null)
    {
        await call.ToldAsync("CallDisconnected");
        return Assert.Single(await RecordsOfAsync(call, placed));
    }

    public async Task<IReadOnlyList<JsonElement>> RecordsOfAsync(SimulatedCall call, string? placed = null)
    {
        using var admin = Admin();
        var page = await admin.GetFromJsonAsync<JsonElement>("calls?limit=200", Cancellation);
        return [.. page.GetProperty("items").EnumerateArray().Where(each => each.GetProperty("correlationId").GetString() == (placed ?? call.Id))];
    }

    private static NumberRule Rule(PhoneNumber? to) => to is null ? NumberRule.Ring : NumberRule.Forward(to);
}
