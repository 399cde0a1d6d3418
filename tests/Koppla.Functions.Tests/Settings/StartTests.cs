using Koppla.Local.Processes;

namespace Koppla.Functions.Tests.Settings;

/// <summary>The program itself, started with something wrong among its settings.</summary>
public sealed class StartTests
{
    private const string Secret = "c2VjcmV0LW9mLW91cnM=";

    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Storage__ConnectionString"] = $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey={Secret};TableEndpoint=http://127.0.0.1:1/a;",
        ["Provider__ConnectionString"] = $"endpoint=https://koppla.example/;accesskey={Secret}",
        ["Callbacks__BaseAddress"] = "https://koppla.example",
        ["Api__Audience"] = "api://koppla",
        ["EventGrid__Audience"] = "api://koppla-events",
        ["CallEvents__Audience"] = "1c6f7c0a-9d0f-4b62-8f6d-0a4c6a1e5d01",
    };

    [Fact]
    public async Task Without_settings_all_that_are_needed_are_named_in_one_message()
    {
        var (code, said) = await StartAsync([]);

        Assert.Equal(1, code);
        Assert.Equal(
            [
                "Koppla does not start: 6 settings are missing or wrong.",
                "  Api__Audience is missing: whom the tokens are for.",
                "  CallEvents__Audience is missing: whom the tokens are for.",
                "  Callbacks__BaseAddress is missing: where the provider reaches this app, such as https://koppla.example.",
                "  Either Provider__ConnectionString or Provider__Endpoint must be set, and not both.",
                "  Either Storage__ConnectionString or Storage__TableEndpoint must be set, and not both.",
                "  EventGrid__Audience is missing: whom the tokens are for.",
                "All settings are in docs/settings.md.",
            ],
            said);
    }

    [Fact]
    public async Task All_that_is_wrong_is_named_at_once_with_what_is_expected_and_without_its_value()
    {
        var (code, said) = await StartAsync(new(Good)
        {
            ["Api__Audience"] = "",
            ["Api__MetadataAddress"] = $"http://issuer.example/?{Secret}",
            ["Callbacks__BaseAddress"] = Secret,
            ["EventGrid__MetadataAddress"] = Secret,
            ["Fallback__Rules__0__Prefix"] = Secret,
            ["Fallback__Rules__0__Destination"] = Secret,
            ["Provider__ConnectionString"] = $"accesskey={Secret}",
            ["Provider__SpeechEndpoint"] = $"https://speech.example/?{Secret}",
            ["RateLimits__OrganisationPerMinute"] = "0",
            ["RateLimits__PersonPerMinute"] = Secret,
            ["Sounds__BaseAddress"] = $"https://{Secret} /",
            ["Storage__ConnectionString"] = Secret,
            ["Storage__TableEndpoint"] = "http://127.0.0.1/",
            ["Webhooks__AllowLoopback"] = Secret,
        });

        Assert.Equal(1, code);
        Assert.Equal(
            [
                "Koppla does not start: 15 settings are missing or wrong.",
                "  Api__Audience is missing: whom the tokens are for.",
                "  Api__MetadataAddress must be an absolute https address without fragment.",
                "  Callbacks__BaseAddress must be an absolute https address without query and fragment.",
                "  Either Storage__ConnectionString or Storage__TableEndpoint must be set, and not both.",
                "  EventGrid__MetadataAddress must be an absolute https address without fragment.",
                "  Fallback__Rules__0__Destination must be a whole telephone number. That is not a phone number.",
                "  Fallback__Rules__0__Prefix must be a number or its beginning, such as +46867855.",
                "  Provider__ConnectionString must be the connection string of a Communication Services resource: endpoint=https://...;accesskey=...",
                "  Provider__SpeechEndpoint must be an absolute https address without query and fragment.",
                "  RateLimits__OrganisationPerMinute must be a whole number from 1 to 1000000.",
                "  RateLimits__PersonPerMinute must be a whole number from 1 to 1000000.",
                "  Sounds__BaseAddress must be an absolute https address without query and fragment.",
                "  Storage__ConnectionString must be the connection string of a storage account.",
                "  Storage__TableEndpoint must be an absolute https address.",
                "  Webhooks__AllowLoopback must be true or false.",
                "All settings are in docs/settings.md.",
            ],
            said);
    }

    [Fact]
    public async Task One_that_is_wrong_is_one()
    {
        var (code, said) = await StartAsync(new(Good) { ["EventGrid__Audience"] = null });

        Assert.Equal(1, code);
        Assert.Equal(
            ["Koppla does not start: 1 setting is missing or wrong.", "  EventGrid__Audience is missing: whom the tokens are for.", "All settings are in docs/settings.md."],
            said);
    }

    /// <summary>In a folder of its own and without the settings of who runs the tests.</summary>
    private static async Task<(int Code, IReadOnlyList<string> Said)> StartAsync(Dictionary<string, string?> settings)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var environment = new Dictionary<string, string?>(settings);
            foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.Contains("__")))
            {
                environment.TryAdd(name, null);
            }

            await using var app = ChildProcess.Start(new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Koppla.Functions.dll"), "--urls", "http://127.0.0.1:0"])
            {
                WorkingDirectory = folder.FullName,
                Environment = environment,
            });
            return (await app.Exited.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), app.Output.Last(100));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
