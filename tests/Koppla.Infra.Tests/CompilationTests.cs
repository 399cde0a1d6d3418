namespace Koppla.Infra.Tests;

public sealed class CompilationTests(Compiled compiled)
{
    /// <summary>Set it to write the predictions beside the parameters instead of comparing them.</summary>
    private const string Update = "INFRA_UPDATE";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_compiler_has_nothing_to_say_of_any_template_or_parameter_file() =>
        Assert.All(compiled.Diagnostics, each => Assert.Equal("", each.Value));

    [Fact]
    public async Task What_would_be_deployed_is_what_was_agreed()
    {
        foreach (var predicted in new[] { compiled.Dev, compiled.Prod, compiled.Webhook })
        {
            var path = Path.Combine(Repository.Infra, Prediction.FileOf(predicted.Parameters));
            if (Environment.GetEnvironmentVariable(Update) is not null)
            {
                await File.WriteAllTextAsync(path, predicted.Text, Cancellation);
            }

            var agreed = await File.ReadAllTextAsync(path, Cancellation);

            Assert.True(
                predicted.Text == agreed.ReplaceLineEndings("\n"),
                $"{predicted.Parameters}: other resources than agreed. Run this test once with {Update}=1, and look at the difference.");
        }
    }

    [Fact]
    public async Task Parameters_that_must_be_told_have_no_default_that_would_deploy_something_broken()
    {
        var run = await Bicep.RunAsync(
            Repository.Infra, new Dictionary<string, string>(), "build-params", "main.prod.bicepparam", "--stdout");

        Assert.NotEqual(0, run.ExitCode);
        Assert.All(["KOPPLA_API_CLIENT_ID", "KOPPLA_FALLBACK_RULES", "KOPPLA_ALERT_EMAILS"], name => Assert.Contains(name, run.Errors));
    }
}
