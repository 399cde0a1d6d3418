using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

public sealed record MissingNumber(PhoneNumber Number) : MissingData;
