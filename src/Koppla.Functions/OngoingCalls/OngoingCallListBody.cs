namespace Koppla.Functions.OngoingCalls;

internal sealed record OngoingCallListBody(IReadOnlyList<OngoingCallBody> Items);
