using Koppla.Routing.Insight;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Insight;

internal sealed record NumberWeek(PhoneNumber Number, Outlook Outlook);
