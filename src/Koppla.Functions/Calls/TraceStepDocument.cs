using Koppla.Functions.Storage;
using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Calls;

/// <summary>A step of a trace as stored and as shown.</summary>
internal sealed record TraceStepDocument(string Rule, string Number, string? Destination, string? Detail)
{
    public static TraceStepDocument Of(TraceStep step) =>
        new(Names.Kebab(step.Code), step.Number.E164, step.Destination?.E164, step.Detail);

    public TraceStep ToStep() => new(
        Names.Parse<TraceCode>(Rule) ?? throw new CorruptEntityException("calls", "Trace", Rule),
        Parse(Number),
        Destination is null ? null : Parse(Destination),
        Detail);

    private static PhoneNumber Parse(string e164) => StoredNumber.Read("calls", "Trace", e164);
}
