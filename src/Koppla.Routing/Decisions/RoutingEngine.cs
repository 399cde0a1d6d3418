using Koppla.Routing.Directory;

namespace Koppla.Routing.Decisions;

/// <summary>The decision: pure, total and deterministic. The live path, explain and dry runs all call it.</summary>
public static class RoutingEngine
{
    /// <summary>The most diversions a call may make, those it brought with it included.</summary>
    public const int MaxDiversions = 5;

    /// <summary>Decides where a call goes, or says what must be read first.</summary>
    public static Verdict Decide(RoutingData data, Call call) => new Journey(data, call).ToItsEnd();
}
