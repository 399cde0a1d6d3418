using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Koppla.Functions.Api;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.Settings;
using Koppla.Functions.Sounds;
using Koppla.Functions.Storage;
using Koppla.Functions.Telemetry;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.AzureCommunication;
using Koppla.Functions.Tests.Api;
using Koppla.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Tests.Settings;

/// <summary>The app, <c>docs/settings.md</c> and <c>local.settings.sample.json</c> know the same settings.</summary>
public sealed class DocumentedSettingTests(ApiFixture fixture)
{
    private IReadOnlyList<SettingsSection> Sections { get; } = [.. fixture.Host.Services.GetServices<SettingsSection>()];

    private static IEnumerable<SettingRow> Documented => SettingRow.ReadByTheApp[true];

    private static Dictionary<string, string> Sample { get; } = JsonNode.Parse(File.ReadAllText(Repository.File("local.settings.sample.json")))!
        ["Values"]!.AsObject().ToDictionary(value => value.Key, value => (string)value.Value!);

    [Fact]
    public void Every_setting_that_the_app_reads_is_documented_and_nothing_else_is() =>
        Assert.Equal(Read().Select(each => each.Name).Order(), Documented.Select(row => row.Name).Order());

    [Fact]
    public void The_sample_has_every_setting_and_nothing_that_nobody_reads()
    {
        Assert.Subset(Sample.Keys.ToHashSet(), Documented.Select(row => row.Name).ToHashSet());
        Assert.Subset(SettingRow.ReadByTheApp[false].Concat(Documented).Select(row => row.Name).ToHashSet(), Sample.Keys.ToHashSet());
    }

    [Fact]
    public void The_sample_is_right()
    {
        using var services = Services(Sample);

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public void What_is_said_to_be_needed_is_what_the_app_does_not_start_without()
    {
        using var services = Services([]);

        var failure = Assert.Throws<AggregateException>(services.GetRequiredService<IStartupValidator>().Validate);

        var missing = string.Join(' ', failure.InnerExceptions.Cast<OptionsValidationException>().SelectMany(each => each.Failures));
        Assert.All(Documented, row => Assert.Equal(row.Needed != "no", missing.Split(' ').Contains(row.Name)));
    }

    [Fact]
    public void Defaults_are_as_documented() => Assert.All(
        Read().Where(each => !each.Name.Contains("__0__")),
        each =>
        {
            var row = Documented.Single(row => row.Name == each.Name);
            if (row.Needed == "no")
            {
                Assert.Equal(row.Default.Trim('`'), Text(each.Setting.Property.GetValue(Default(each.Section))));
            }
            else
            {
                Assert.Equal("–", row.Default);
            }
        });

    [Fact]
    public void Ranges_are_as_documented() => Assert.All(
        Read().Where(each => each.Setting.Property.GetCustomAttribute<RangeAttribute>() is not null),
        each =>
        {
            var range = each.Setting.Property.GetCustomAttribute<RangeAttribute>()!;
            Assert.EndsWith($"{range.Minimum} to {range.Maximum}", Documented.Single(row => row.Name == each.Name).Values);
        });

    private IEnumerable<(string Name, SettingsSection Section, Setting Setting)> Read() => Sections.SelectMany(
        section => Setting.Of(section.Options), (section, setting) => (Setting.NameOf(section.Name, setting.Path), section, setting));

    /// <summary>The options as they are with nothing else than the settings that are needed.</summary>
    private object Default(SettingsSection section)
    {
        var needed = Documented.Where(row => row.Needed != "no").Select(row => row.Name).ToHashSet();
        using var services = Services(Sample.Where(each => needed.Contains(each.Key)).ToDictionary());
        var name = Sections.Count(other => other.Options == section.Options) > 1 ? section.Name : Options.DefaultName;
        var monitor = services.GetRequiredService(typeof(IOptionsMonitor<>).MakeGenericType(section.Options));
        return monitor.GetType().GetMethod("Get")!.Invoke(monitor, [name])!;
    }

    private static string Text(object? value) => value switch
    {
        null => "–",
        bool flag => flag ? "true" : "false",
        _ => value.ToString()!,
    };

    private static ServiceProvider Services(Dictionary<string, string> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(each => KeyValuePair.Create<string, string?>(each.Key.Replace("__", ":"), each.Value)))
            .Build();
        return new ServiceCollection()
            .AddTelemetry(configuration)
            .AddTableStorage(configuration)
            .AddTelephony(configuration)
            .AddAzureCommunication(configuration)
            .AddSounds(configuration)
            .AddTokenValidation(configuration)
            .AddChangeEvents(configuration)
            .AddIncomingCalls(configuration)
            .AddApi(configuration)
            .BuildServiceProvider();
    }
}
