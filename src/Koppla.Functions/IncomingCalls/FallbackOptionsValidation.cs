using Koppla.Functions.Settings;
using Koppla.Routing.Numbers;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.IncomingCalls;

/// <summary>A fallback that could not work is found at start, not when it is needed.</summary>
internal sealed class FallbackOptionsValidation : IValidateOptions<FallbackOptions>
{
    public ValidateOptionsResult Validate(string? name, FallbackOptions options)
    {
        var failures = options.Rules.SelectMany(Check).ToList();
        if (failures.Count == 0 && FindCircle(options) is { } circle)
        {
            failures.Add(circle);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(FallbackOptions.Rule rule, int index)
    {
        if (rule.Prefix is not ['+', _, ..] || rule.Prefix.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
        {
            yield return $"{Name(index, nameof(rule.Prefix))} must be a number or its beginning, such as +46867855.";
        }

        var destination = PhoneNumber.Parse(rule.Destination);
        if (!destination.IsOk)
        {
            yield return $"{Name(index, nameof(rule.Destination))} must be a whole telephone number. {destination.Refusal.Text}";
        }
    }

    /// <summary>A destination that is a number of ours comes back as a call, and meets the rules again.</summary>
    private static string? FindCircle(FallbackOptions options)
    {
        var routes = new FallbackRoutes(Options.Create(options));
        foreach (var (index, rule) in options.Rules.Index())
        {
            var visited = new HashSet<PhoneNumber>();
            for (var at = PhoneNumber.Parse(rule.Destination).Value; at is not null; at = routes.For(at))
            {
                if (!visited.Add(at))
                {
                    return $"{Name(index, nameof(rule.Destination))} sends calls in a circle.";
                }
            }
        }

        return null;
    }

    private static string Name(int index, string property) =>
        Setting.NameOf(FallbackOptions.Section, $"{nameof(FallbackOptions.Rules)}:{index}:{property}");
}
