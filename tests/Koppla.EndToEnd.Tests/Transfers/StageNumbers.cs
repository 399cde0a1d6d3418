using Koppla.Routing.Numbers;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>The numbers of B and C. A class of tests, which come one after the other, has them for all of its users.</summary>
internal sealed record StageNumbers(PhoneNumber B, PhoneNumber C)
{
    public const string Caller = "+46701740690";

    public static StageNumbers Take() => new(TestNumbers.Fixed(), TestNumbers.Fixed());
}
