using System.Text.Json.Nodes;
using Koppla.Local.Stack;
using Koppla.Routing.Numbers;

namespace Koppla.EndToEnd.Tests.Cli;

/// <summary>What an operator does with calls whose events Event Grid has given up.</summary>
public sealed class DeadLetterTests(StackFixture fixture) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Calls_that_were_lost_come_into_the_call_log_once_and_none_is_acted_on()
    {
        var shell = await ShellAsync();
        var number = await shell.Tenant.ReserveAsync(TestNumbers.Fixed(), to: TestNumbers.External());
        var (one, other, young) = (NewCall(), NewCall(), NewCall());
        await KeepAsync("one.json", EventGrid(one, number, age: TimeSpan.FromHours(2)), EventGrid(young, number, age: TimeSpan.FromMinutes(1)));
        await KeepAsync("2026/11/24/other.json", CloudEvents(other, number, age: TimeSpan.FromDays(1)));

        await shell.DoAsync("dead-letters", "replay", folder.FullName);
        var again = await shell.DoAsync("dead-letters", "replay", folder.FullName);

        Assert.StartsWith("2 calls are in the call log. 1 events were left alone", again.Error, StringComparison.Ordinal);
        using var admin = shell.Tenant.Admin();
        var calls = JsonNode.Parse(await admin.GetStringAsync("calls", Cancellation))!["items"]!.AsArray();
        Assert.Equal(new[] { one, other }.ToHashSet(), calls.Select(call => call!["correlationId"]!.GetValue<string>()).ToHashSet());
        Assert.All(calls, call => Assert.Equal("stale", call!["outcome"]!.GetValue<string>()));
        Assert.Equal(2, calls.Count);
    }

    [Fact]
    public async Task They_are_listed_without_the_number_in_full()
    {
        var shell = await ShellAsync();
        var number = TestNumbers.Fixed();
        var call = NewCall();
        await KeepAsync("one.json", EventGrid(call, number, TimeSpan.FromHours(2)));

        var listed = await shell.DoAsync("dead-letters", "list", folder.FullName);

        Assert.Contains(call, listed.Out, StringComparison.Ordinal);
        Assert.Contains(number.Masked, listed.Out, StringComparison.Ordinal);
        Assert.Contains("MaxDeliveryAttemptsExceeded", listed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(number.Digits, listed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_a_missing_one_and_a_folder_of_something_else_are_told()
    {
        var shell = await ShellAsync();
        await KeepAsync("one.json", EventGrid(NewCall(), TestNumbers.Fixed(), TimeSpan.FromHours(2)));

        shell.Variables["KOPPLA_EVENTS_KEY"] = "wrong";
        var wrong = await shell.RunAsync("dead-letters", "replay", folder.FullName);
        shell.Variables.Remove("KOPPLA_EVENTS_KEY");
        var missing = await shell.RunAsync("dead-letters", "replay", folder.FullName);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "other.json"), "{}", Cancellation);
        var other = await shell.RunAsync("dead-letters", "replay", folder.FullName);
        var nowhere = await shell.RunAsync("dead-letters", "list", Path.Combine(folder.FullName, "nowhere"));

        Assert.Equal((1, 2, 2, 2), (wrong.Code, missing.Code, other.Code, nowhere.Code));
        Assert.Contains("eventgrid_extension", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("KOPPLA_EVENTS_KEY", missing.Error, StringComparison.Ordinal);
        Assert.Contains("other.json", other.Error, StringComparison.Ordinal);
    }

    private static string NewCall() => Guid.NewGuid().ToString();

    private async Task<Shell> ShellAsync()
    {
        var shell = await Shell.OpenAsync(fixture);
        shell.Variables["KOPPLA_EVENTS_KEY"] = LocalStack.EventGridKey;
        return shell;
    }

    private async Task KeepAsync(string path, params JsonNode[] events)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, path));
        file.Directory!.Create();
        await File.WriteAllTextAsync(file.FullName, new JsonArray(events).ToJsonString(), Cancellation);
    }

    private static JsonObject EventGrid(string call, PhoneNumber to, TimeSpan age) => new()
    {
        ["id"] = Guid.NewGuid().ToString(),
        ["topic"] = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Communication/CommunicationServices/c",
        ["subject"] = "call",
        ["eventType"] = "Microsoft.Communication.IncomingCall",
        ["dataVersion"] = "1.0",
        ["metadataVersion"] = "1",
        ["eventTime"] = At(age),
        ["data"] = Data(call, to),
        ["deadLetterReason"] = "MaxDeliveryAttemptsExceeded",
        ["deliveryAttempts"] = 2,
        ["lastDeliveryOutcome"] = "TimedOut",
        ["publishTime"] = At(age),
        ["lastDeliveryAttemptTime"] = At(age),
    };

    private static JsonObject CloudEvents(string call, PhoneNumber to, TimeSpan age) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = Guid.NewGuid().ToString(),
        ["source"] = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Communication/CommunicationServices/c",
        ["subject"] = "call",
        ["type"] = "Microsoft.Communication.IncomingCall",
        ["time"] = At(age),
        ["data"] = Data(call, to),
        ["deadletterreason"] = "TimeToLiveExceeded",
        ["deliveryattempts"] = 2,
        ["lastdeliveryoutcome"] = "NotFound",
    };

    private static JsonObject Data(string call, PhoneNumber to) => new()
    {
        ["to"] = new JsonObject { ["kind"] = "phoneNumber", ["rawId"] = $"4:{to.E164}", ["phoneNumber"] = new JsonObject { ["value"] = to.E164 } },
        ["from"] = new JsonObject { ["kind"] = "phoneNumber", ["rawId"] = "4:+46701740690", ["phoneNumber"] = new JsonObject { ["value"] = "+46701740690" } },
        ["serverCallId"] = "c2VydmVy",
        ["incomingCallContext"] = "Y29udGV4dA",
        ["correlationId"] = call,
    };

    private static string At(TimeSpan age) => (TimeProvider.System.GetUtcNow() - age).ToString("O");
}
