using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Settings;

/// <summary>
/// Names all that is wrong with a section at once, each setting as an operator writes it, and what is expected. It never quotes a
/// value: some are secret.
/// </summary>
internal sealed class SettingsValidation<TOptions>(string optionsName, SettingsSection section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (name != optionsName)
        {
            return ValidateOptionsResult.Skip;
        }

        var malformed = section.Malformed();
        var failures = malformed.Select(Expected)
            .Concat(typeof(TOptions).GetProperties()
                .Where(property => !malformed.Any(setting => setting.Property == property))
                .SelectMany(property => Check(property, options)))
            .Concat(malformed.Count == 0 ? CheckTogether(options) : [])
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private string Expected(Setting setting)
    {
        var settingName = Setting.NameOf(section.Name, setting.Path);
        var rule = setting.Property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => rule is not RequiredAttribute);
        return rule?.FormatErrorMessage(settingName) ?? $"{settingName} must be {Kind(setting.Property.PropertyType)}.";
    }

    private IEnumerable<string> Check(PropertyInfo property, TOptions options)
    {
        var settingName = Setting.NameOf(section.Name, property.Name);
        return property.GetCustomAttributes<ValidationAttribute>()
            .Where(rule => !rule.IsValid(property.GetValue(options)))
            .Select(rule => rule.FormatErrorMessage(settingName));
    }

    private static IEnumerable<string> CheckTogether(TOptions options) => options is IValidatableObject validatable
        ? validatable.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage!)
        : [];

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var it when it == typeof(bool) => "true or false",
        var it when it == typeof(Uri) => "an address",
        var it when it == typeof(TimeSpan) => "a time such as 00:00:05",
        { IsEnum: true } it => $"one of {string.Join(", ", Enum.GetNames(it))}",
        _ => "a number",
    };
}
