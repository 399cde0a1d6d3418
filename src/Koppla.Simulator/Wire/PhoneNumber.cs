namespace Koppla.Simulator.Wire;

/// <summary>The bare telephone model of <c>sourceCallerIdNumber</c> and <c>answeredFor</c>.</summary>
internal sealed record PhoneNumber(string? Value)
{
    public static PhoneNumber? From(string? value) => value is null ? null : new(value);
}
