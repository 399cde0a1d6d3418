using Koppla.Routing.Numbers;
using Koppla.Simulator.Telephones;

namespace Koppla.Benchmarks.Operations;

/// <summary>A kind of call, told by one of them.</summary>
/// <param name="Budget">What the design allows it.</param>
/// <param name="Telephone">Who does not simply answer; null: everybody does.</param>
/// <param name="Does">What that telephone does.</param>
internal sealed record CallKind(string Title, PhoneNumber Called, Budget Budget, string? Telephone = null, TelephoneScript? Does = null);
