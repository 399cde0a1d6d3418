using Koppla.Functions.Api.RateLimits;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.Sounds;
using Koppla.Functions.Storage;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.AzureCommunication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Koppla.Infra.Tests;

public sealed class SettingsTests(Compiled compiled)
{
    /// <summary>What the host, the SDKs and the exporter of telemetry read.</summary>
    private static readonly string[] OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AZURE_CLIENT_ID",
        "AZURE_TOKEN_CREDENTIALS",
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__tableServiceUri",
    ];

    /// <summary>The sections of the app, each with the options that it is bound to.</summary>
    private static readonly Dictionary<string, Type> OfTheApp = new()
    {
        [StorageOptions.Section] = typeof(StorageOptions),
        [AzureCommunicationOptions.Section] = typeof(AzureCommunicationOptions),
        [CallbackOptions.Section] = typeof(CallbackOptions),
        [SoundOptions.Section] = typeof(SoundOptions),
        [FallbackOptions.Section] = typeof(FallbackOptions),
        [RateLimitOptions.Section] = typeof(RateLimitOptions),
        [WebhookOptions.Section] = typeof(WebhookOptions),
        [Schemes.Api] = typeof(TokenOptions),
        [Schemes.EventGrid] = typeof(TokenOptions),
        [Schemes.CallEvents] = typeof(TokenOptions),
    };

    [Fact]
    public void The_app_starts_with_the_settings_that_are_deployed() => Assert.All(compiled.Mains, each =>
    {
        var configuration = Configuration(each.Settings);
        using var services = new ServiceCollection()
            .AddLogging()
            .AddTableStorage(configuration)
            .AddTelephony(configuration)
            .AddAzureCommunication(configuration)
            .AddSounds(configuration)
            .AddTokenValidation(configuration)
            .AddIncomingCalls(configuration)
            .AddRateLimits(configuration)
            .BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();
    });

    [Fact]
    public void Every_setting_that_is_deployed_is_read_by_somebody() => Assert.All(compiled.Mains, each =>
    {
        var rest = each.Settings.Where(setting => !OfThePlatform.Contains(setting.Key)).ToDictionary();
        Assert.All(Configuration(rest).GetChildren(), section =>
        {
            Assert.True(OfTheApp.TryGetValue(section.Key, out var options), $"Nobody reads {section.Key}.");
            section.Get(options, binder => binder.ErrorOnUnknownConfiguration = true);
        });
    });

    [Fact]
    public void What_the_plan_sets_itself_is_not_set() => Assert.All(
        compiled.Mains,
        each => Assert.All(
            ["FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "AzureWebJobsStorage", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_TIME_ZONE", "TZ"],
            name => Assert.DoesNotContain(name, each.Settings.Keys)));

    [Fact]
    public void No_setting_and_no_output_holds_a_secret() => Assert.All(
        compiled.Mains.Concat(compiled.Subscriptions).SelectMany(Told),
        each =>
        {
            // Telemetry is taken with tokens only, so this connection string is an address; see KeylessTests.
            if (each.Name != "APPLICATIONINSIGHTS_CONNECTION_STRING")
            {
                Assert.DoesNotMatch("(?i)connectionstring|connection_string|secret|password|accesskey|accountkey|sharedaccess|sig=", each.Name + each.Value);
            }
        });

    [Fact]
    public void Calls_are_taken_from_the_Event_Grid_of_this_tenant_only() => Assert.All(compiled.Mains, each =>
    {
        Assert.Contains($"'{Example.Tenant}'", each.Settings["EventGrid__Issuer"]);
        Assert.DoesNotContain("Api__Issuer", each.Settings.Keys);
    });

    [Fact]
    public void Webhooks_are_never_on_the_machine_itself() =>
        Assert.All(compiled.Mains, each => Assert.DoesNotContain("Webhooks__AllowLoopback", each.Settings.Keys));

    [Fact]
    public void A_fallback_of_the_parameters_is_a_rule_of_the_app()
    {
        var rule = Assert.Single(Configuration(compiled.Prod.Settings).GetSection(FallbackOptions.Section).Get<FallbackOptions>()!.Rules);

        Assert.Equal(("+46846500400", "+46313900699"), (rule.Prefix, rule.Destination));
        Assert.DoesNotContain(compiled.Dev.Settings.Keys, name => name.StartsWith("Fallback", StringComparison.Ordinal));
    }

    /// <summary>The settings as the app reads them. What only Azure knows is an address or a name: the example is good for both.</summary>
    private static IConfigurationRoot Configuration(IReadOnlyDictionary<string, string> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(each => KeyValuePair.Create<string, string?>(
            each.Key.Replace("__", ":"), each.Value.StartsWith('[') ? "https://of-azure.example/" : each.Value)))
        .Build();

    private static IEnumerable<(string Name, string Value)> Told(Prediction prediction) =>
        (prediction.OfType("Microsoft.Web/sites/config").Any() ? prediction.Settings : new Dictionary<string, string>())
            .Select(each => (each.Key, each.Value))
            .Concat(prediction.Outputs.Select(each => (each.Key, each.Value!.ToJsonString())));
}
