using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

internal sealed record ListedNumber(PhoneNumber Number, NumberEntry Entry);
