using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Settings;

/// <summary>What an operator is told, in one message and without a stack trace, when settings are wrong.</summary>
internal static class SettingsAtStart
{
    /// <returns>False: the message has been written, and the process will end with exit code 1 unless somebody says otherwise.</returns>
    public static bool HasGoodSettings(this IHost app)
    {
        var wrong = Wrong(app.Services);
        if (wrong.Count == 0)
        {
            return true;
        }

        Console.Error.WriteLine(Message(wrong));
        Environment.ExitCode = 1;
        return false;
    }

    private static List<string> Wrong(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException one)
        {
            return [.. one.Failures];
        }
        catch (AggregateException many) when (many.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return [.. many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures).Order(StringComparer.Ordinal)];
        }
    }

    private static string Message(List<string> wrong) => string.Join(
        Environment.NewLine,
        [
            $"Koppla does not start: {(wrong.Count == 1 ? "1 setting is" : $"{wrong.Count} settings are")} missing or wrong.",
            .. wrong.Select(sentence => $"  {sentence}"),
            "All settings are in docs/settings.md.",
        ]);
}
