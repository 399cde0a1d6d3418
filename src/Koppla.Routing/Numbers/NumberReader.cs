namespace Koppla.Routing.Numbers;

internal static class NumberReader
{
    internal static Outcome<PhoneNumber> Read(string? text) => throw new NotSupportedException(text);

    internal static Outcome<PhoneNumber> ReadE164(string? text) => throw new NotSupportedException(text);

    internal static string Display(PhoneNumber number) => throw new NotSupportedException(number.Masked);
}
