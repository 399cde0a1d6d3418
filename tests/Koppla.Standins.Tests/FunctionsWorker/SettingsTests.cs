using Koppla.Standins.FunctionsWorker.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koppla.Standins.Tests.FunctionsWorker;

public sealed class SettingsTests
{
    private const string LocalSettings =
        """
        {
          "IsEncrypted": false,
          "Values": {
            // comments are allowed
            "Plain": "local", "Nested__Name": "local", "Nested:Other": "local", "AzureWebJobs.F.Disabled": "true",
            "AZURE_FUNCTIONS_ENVIRONMENT": "Testing"
          }
        }
        """;

    [Theory]
    [InlineData("Plain", "local")]
    [InlineData("Nested:Name", "local")]
    [InlineData("Nested:Other", "local")]
    [InlineData("AzureWebJobs.F.Disabled", "true")]
    [InlineData("IsEncrypted", null)]
    public void Values_of_local_settings_become_settings(string name, string? expected)
    {
        using var directory = new Folder(LocalSettings);

        Assert.Equal(expected, new FunctionsApplicationBuilder([], directory.Path).Configuration[name]);
    }

    [Fact]
    public void Environment_variables_and_the_command_line_win_over_local_settings()
    {
        var name = $"KOPPLA_TEST_{Guid.NewGuid():N}";
        using var directory = new Folder($$"""{ "Values": { "{{name}}": "local", "Plain": "local" } }""");
        Environment.SetEnvironmentVariable(name, "variable");

        var configuration = new FunctionsApplicationBuilder(["--Plain=argument"], directory.Path).Configuration;

        Assert.Equal("variable", configuration[name]);
        Assert.Equal("argument", configuration["Plain"]);
        Environment.SetEnvironmentVariable(name, null);
    }

    [Theory]
    [InlineData("""{ "Values": { "AZURE_FUNCTIONS_ENVIRONMENT": "Testing" } }""", "Testing")]
    [InlineData("""{ "Values": { "AZURE_FUNCTIONS_ENVIRONMENT": "Testing", "DOTNET_ENVIRONMENT": "Staging" } }""", "Staging")]
    [InlineData("""{ "Values": { "AZURE_FUNCTIONS_ENVIRONMENT": "Testing" } }""", "Development", "--environment=Development")]
    [InlineData("{}", "Production")]
    public void The_environment_is_the_first_that_somebody_names(string localSettings, string expected, params string[] args)
    {
        using var directory = new Folder(localSettings);

        Assert.Equal(expected, new FunctionsApplicationBuilder(args, directory.Path).Environment.EnvironmentName);
    }

    [Fact]
    public void The_default_address_is_7071_on_this_machine_only()
    {
        using var directory = new Folder("{}");
        var builder = new FunctionsApplicationBuilder([], directory.Path) { FunctionTypes = [] };

        using var host = builder.Build();

        Assert.Equal("http://127.0.0.1:7071", builder.Configuration["urls"]);
    }

    [Fact]
    public void The_builder_shows_the_parts_of_a_host_builder()
    {
        var builder = FunctionsApplication.CreateBuilder(["--Colour=red"]);

        Assert.Same(builder, builder.ConfigureFunctionsWebApplication());
        Assert.Equal("red", builder.Configuration["Colour"]);
        Assert.Same(builder.Configuration, ((IHostApplicationBuilder)builder).Configuration);
        Assert.Same(builder.Services, builder.Logging.Services);
        Assert.Same(builder.Services, builder.Metrics.Services);
        Assert.NotNull(builder.Properties);
    }

    [Theory]
    [InlineData(null, typeof(SettingsTests))]
    [InlineData("Koppla.Standins.FunctionsWorker", typeof(FunctionsAssembly))]
    public void Functions_are_looked_for_in_the_program_unless_a_setting_names_another_assembly(string? name, Type expected)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("StandinHost:FunctionsAssembly", name)])
            .Build();

        Assert.Contains(expected, FunctionsAssembly.Types(settings));
    }

    [Fact]
    public void Requests_are_logged_only_if_the_app_asks_for_it()
    {
        using var directory = new Folder("{}");

        Assert.False(IsRequestLogged(directory));
        Assert.True(IsRequestLogged(directory, "--Logging:LogLevel:Microsoft.AspNetCore=Information"));
    }

    private static bool IsRequestLogged(Folder directory, params string[] args)
    {
        var builder = new FunctionsApplicationBuilder(args, directory.Path) { FunctionTypes = [] };
        using var host = builder.Build();
        return ((ILoggerFactory)host.Services.GetService(typeof(ILoggerFactory))!)
            .CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Information);
    }

    private sealed class Folder : IDisposable
    {
        public Folder(string localSettings) => File.WriteAllText(System.IO.Path.Combine(Path, "local.settings.json"), localSettings);

        public string Path { get; } = Directory.CreateTempSubdirectory("settings-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
