using System.Diagnostics;

namespace Koppla.Infra.Tests;

/// <summary>The scripts of <c>infra</c>, and what azd is told of them. They are run against an Azure CLI that only notes what it is asked.</summary>
public sealed class ScriptTests : IDisposable
{
    private const string Register = "register-entra-apps.sh";
    private const string Subscribe = "subscribe.sh";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("koppla-scripts");

    private string Asked => File.ReadAllText(Path.Combine(folder.FullName, "asked"));

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(Register)]
    [InlineData(Subscribe)]
    public async Task A_script_is_one_that_the_shell_can_read(string script) =>
        Assert.Equal(0, (await Run.OfAsync(new ProcessStartInfo("bash", ["-n", PathOf(script)]))).ExitCode);

    [Fact]
    public async Task The_first_registration_makes_the_app_and_grants_the_subscribers_role_to_Event_Grid_and_to_the_deployer()
    {
        var run = await RunAsync(Register, ["koppla-dev"], registered: false);

        Assert.Equal((0, "KOPPLA_API_CLIENT_ID=client\n"), (run.ExitCode, run.Output));
        Assert.Contains("ad app create --display-name koppla-dev --sign-in-audience AzureADMyOrg", Asked);
        Assert.Contains("\"principalId\": \"principal-of-4962773b-9cdb-44cf-a8bf-237846a00ab7\", \"resourceId\": \"principal-of-client\"", Asked);
        Assert.Contains("\"principalId\": \"deployer\", \"resourceId\": \"principal-of-client\"", Asked);
    }

    [Fact]
    public async Task A_second_registration_makes_and_grants_nothing()
    {
        var run = await RunAsync(Register, ["koppla-dev", "AzureADMultipleOrgs"], registered: true);

        Assert.Equal((0, "KOPPLA_API_CLIENT_ID=client\n"), (run.ExitCode, run.Output));
        Assert.DoesNotContain("create", Asked);
        Assert.DoesNotContain("POST", Asked);
        Assert.Contains("--sign-in-audience AzureADMultipleOrgs", Asked);
    }

    [Fact]
    public async Task A_registration_without_a_name_tells_what_it_does()
    {
        var run = await RunAsync(Register, [], registered: false);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("register-entra-apps.sh NAME [AUDIENCE]", run.Output);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "asked")));
    }

    [Fact]
    public async Task The_subscription_is_deployed_to_the_resource_group()
    {
        var run = await RunAsync(Subscribe, [], registered: true, ("KOPPLA_NUMBERS", "+468465004"), ("AZURE_RESOURCE_GROUP", "rg-koppla"));

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("deployment group create", Asked);
        Assert.Contains("--resource-group rg-koppla", Asked);
        Assert.Contains("events.bicepparam", Asked);
    }

    [Fact]
    public async Task Without_numbers_nothing_is_subscribed_to()
    {
        var run = await RunAsync(Subscribe, [], registered: true, ("KOPPLA_NUMBERS", ""));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("KOPPLA_NUMBERS is not set", run.Output);
    }

    [Fact]
    public async Task Azd_finds_what_its_file_names()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "azure.yaml"), TestContext.Current.CancellationToken);

        Assert.All(
            ["infra/scripts/subscribe.sh", "src/Koppla.Functions", "infra"],
            path =>
            {
                Assert.Contains(path, file);
                Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path);
            });
        Assert.Contains("\n  api: ", file);
    }

    private static string PathOf(string script) => Path.Combine(Repository.Infra, "scripts", script);

    private async Task<Run> RunAsync(
        string script, string[] arguments, bool registered, params IEnumerable<(string Name, string Value)> environment)
    {
        var az = Path.Combine(folder.FullName, "az");
        await File.WriteAllTextAsync(az, FakeCli, TestContext.Current.CancellationToken);
        await Run.OfAsync(new ProcessStartInfo("chmod", ["+x", az]));
        var start = new ProcessStartInfo(PathOf(script), arguments);
        start.Environment["PATH"] = $"{folder.FullName}:{start.Environment["PATH"]}";
        start.Environment["ASKED"] = Path.Combine(folder.FullName, "asked");
        start.Environment["REGISTERED"] = registered ? "1" : "0";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return await Run.OfAsync(start);
    }

    private const string FakeCli =
        """
        #!/bin/sh
        echo "$@" >> "$ASKED"
        case "$*" in
          "ad app list "*) [ "$REGISTERED" = 0 ] || echo client ;;
          "ad app create "*) echo client ;;
          "ad sp show --id "*) [ "$REGISTERED" = 0 ] && exit 3; echo "principal-of-$5" ;;
          "ad sp create --id "*) echo "principal-of-$5" ;;
          "rest --method GET "*) echo "$REGISTERED" ;;
          "account show --query user.type "*) echo user ;;
          "account show --query id "*) echo subscription ;;
          "ad signed-in-user show "*) echo deployer ;;
        esac

        """;
}
