namespace Koppla.Routing.Numbers;

internal static class NumberRefusals
{
    internal static readonly Refusal Missing = new("number-missing", "A phone number is needed.");
    internal static readonly Refusal NotANumber = new("number-not-a-number", "That is not a phone number.");
    internal static readonly Refusal NotValid = new("number-not-valid", "There is no such phone number in the numbering plan.");
    internal static readonly Refusal Emergency = new("number-emergency", "Emergency numbers can't be used here.");
    internal static readonly Refusal Short = new("number-short", "Short numbers can't be used here: write the whole number.");
    internal static readonly Refusal TooLong = new("number-too-long", "That is too long for a phone number.");
    internal static readonly Refusal HasExtension = new("number-has-extension", "A number with an extension can't be used here.");
}
