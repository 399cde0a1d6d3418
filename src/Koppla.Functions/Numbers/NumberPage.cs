using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>A page of numbers; <paramref name="Last"/> is null on the last page.</summary>
internal sealed record NumberPage(IReadOnlyList<ListedNumber> Items, PhoneNumber? Last);
