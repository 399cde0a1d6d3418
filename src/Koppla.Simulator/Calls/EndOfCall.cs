using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

/// <summary>The documented pairs of CallDisconnected.</summary>
internal static class EndOfCall
{
    public static ResultInformation CallerHungUp { get; } = new(0, 540000, "The caller hung up.");

    public static ResultInformation PartyHungUp { get; } = new(0, 560000, "The called party hung up.");

    public static ResultInformation HungUpByApplication { get; } = new(200, 7000, "The application hung up.");

    public static ResultInformation Transferred { get; } = new(200, 7015, "The application left: the call was transferred.");

    public static ResultInformation OneLeft { get; } = new(200, 5010, "Only one party is left.");
}
