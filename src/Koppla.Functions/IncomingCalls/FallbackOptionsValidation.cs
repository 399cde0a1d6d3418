using Koppla.Routing.Numbers;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.IncomingCalls;

/// <summary>A fallback that could not work is found at start, not when it is needed.</summary>
internal sealed class FallbackOptionsValidation : IValidateOptions<FallbackOptions>
{
    public ValidateOptionsResult Validate(string? name, FallbackOptions options)
    {
        var failures = options.Rules.SelectMany(Check).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(FallbackOptions.Rule rule, int index)
    {
        if (rule.Prefix is not ['+', _, ..] || rule.Prefix.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
        {
            yield return $"Fallback:Rules:{index}:Prefix must be a number or its beginning, such as +46867855.";
        }

        var destination = PhoneNumber.Parse(rule.Destination);
        if (!destination.IsOk)
        {
            yield return $"Fallback:Rules:{index}:Destination: {destination.Refusal.Text}";
        }
    }

}
