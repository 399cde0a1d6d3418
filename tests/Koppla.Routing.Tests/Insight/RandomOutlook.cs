using CsCheck;
using Koppla.Routing.Decisions;
using Koppla.Routing.Insight;
using Koppla.Routing.Tests.Decisions;
using NodaTime;

namespace Koppla.Routing.Tests.Insight;

/// <summary>Some days of a number in a small random directory, and instants in them.</summary>
internal sealed record RandomOutlook(RandomCall Random, Interval Window, Outlook Outlook, Instant[] Instants)
{
    private const int Minutes = 4 * 24 * 60;

    internal static readonly Gen<RandomOutlook> Any =
        from random in RandomCall.Any
        from start in Gen.Int[-Minutes, 60]
        from length in Gen.Int[1, Minutes]
        from instants in Gen.Double[0, 1].Array[8]
        let window = new Interval(Exchange.Noon + Duration.FromMinutes(start), Exchange.Noon + Duration.FromMinutes(start + length))
        select new RandomOutlook(
            random,
            window,
            OutlookOf(random.Exchange, random.Call, window),
            Array.ConvertAll(instants, part => window.Start + (window.Duration * (part * 0.999))));

    internal OutlookInterval At(Instant at) => Outlook.Intervals.Single(interval => interval.Start <= at && at < interval.End);

    public override string ToString() => $"{Random} {Window} {string.Join(", ", Outlook.Intervals.Select(interval => interval.Start))}";

    internal static Outlook OutlookOf(Exchange exchange, Call call, Interval window) =>
        exchange.Ask<Outlook>(data => Outlook.Of(data, call.Called, window));
}
