using System.Globalization;
using Koppla.Local.Example;
using Koppla.Local.Stack;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;

namespace Koppla.Benchmarks.Transfers;

/// <summary>A caller, a user who answers, and the colleague to whom the call is transferred.</summary>
internal sealed record Trio(User Transferor, User Target, HttpClient Api, LocalStack Stack)
{
    public static string[] OwnedNumbers(int count) =>
        [.. Enumerable.Range(0, 2 * count).Select(number => NumberOf(number).E164)];

    public static async Task<Trio[]> MakeAsync(LocalStack stack, int count, CancellationToken cancellation)
    {
        await ExampleData.LoadAsync(stack.Stores, cancellation);
        var trios = new Trio[count];
        for (var each = 0; each < count; each++)
        {
            var transferor = await UserAsync(stack, NumberOf(2 * each), cancellation);
            var api = stack.ApiClient(transferor.Organisation.Value, transferor.Id.Value, transferor.Name, "Koppla.User");
            trios[each] = new Trio(transferor, await UserAsync(stack, NumberOf((2 * each) + 1), cancellation), api, stack);
        }

        return trios;
    }

    public static string AppOf(User user) => ((AppDevice)user.Handling.Devices[0]).CommunicationUserId;

    /// <summary>A call that the user has answered, as the app knows.</summary>
    public async Task<SimulatedCall> TalkAsync(CancellationToken cancellation)
    {
        var call = await Stack.Simulator.Calls.PlaceAsync(
            new PlaceCall { From = ExampleOrganisation.Customer.E164, To = Transferor.Numbers[0].E164 }, cancellation);
        await call.WaitForAsync(now => IsTold(now, "AddParticipantSucceeded", times: 1), cancellation);
        return call;
    }

    public static bool IsTold(SimulatedCall call, string name, int times) =>
        call.Timeline.Count(entry => entry.Text.StartsWith($"{name} delivered (200", StringComparison.Ordinal)) >= times;

    private static async Task<User> UserAsync(LocalStack stack, PhoneNumber number, CancellationToken cancellation)
    {
        var id = new UserId(Guid.NewGuid());
        var rings = NumberRule.Ring with { OnBusy = new ConditionalRule(ConditionAction.Referral, null, Enabled: true) };
        var handling = CallHandling.Always(Profile.Available(rings, rings), new AppDevice($"8:acs:5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7c00_{id}"));
        var user = new User(id, ExampleOrganisation.Id, "Test Person", [number], Language.Swedish, handling);
        await stack.Stores.Users.WriteAsync(user, cancellation);
        await stack.Stores.Numbers.WriteAsync(number, new AssignedNumber(user.Organisation, id), cancellation);
        return user;
    }

    private static PhoneNumber NumberOf(int count) => PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+4684651{count:D4}")).Value;
}
