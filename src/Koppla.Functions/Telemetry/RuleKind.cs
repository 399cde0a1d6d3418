namespace Koppla.Functions.Telemetry;

/// <summary>What kind of rule decided a call, coarser than its reason: few enough for a metric.</summary>
internal enum RuleKind
{
    None,
    Organisation,
    ReservedNumber,
    CallerException,
    Profile,
    Condition,
    AfterReferral,
    Fallback,
}
