using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Koppla.Functions.Telemetry;

/// <summary>
/// One trace for a whole call. Its id is made of the call's own, so that every instance knows it without asking anybody: the delivery,
/// each callback, which is a request of its own, and the sweeper. A request that brings another trace, as one of the API does, keeps it,
/// and the two are linked.
/// </summary>
internal static class CallTrace
{
    private static readonly ActivitySource Source = new(SignalNames.Source);

    /// <summary>32 hexadecimal digits, as the API shows it.</summary>
    public static string IdOf(string call) => TraceOf(call).ToHexString();

    /// <summary>A span of the call's trace: below the current span when that is of the same call, else at its top.</summary>
    /// <returns>Nothing, at no cost, when nobody listens.</returns>
    public static CallSpan Start(string name, string call, ActivityKind kind = ActivityKind.Internal)
    {
        if (!Source.HasListeners())
        {
            return default;
        }

        var trace = TraceOf(call);
        var around = Activity.Current;
        var span = around?.TraceId == trace
            ? Source.StartActivity(name, kind)
            : StartTop(name, kind, trace, around);
        span?.SetTag(SignalNames.Tags.CallId, call);
        return new CallSpan(span, around);
    }

    /// <summary>A span in the current trace.</summary>
    /// <param name="detail">The end of its name.</param>
    public static Activity? StartInside(string name, string detail = "", ActivityKind kind = ActivityKind.Internal) =>
        Source.HasListeners() ? Source.StartActivity(name + detail, kind) : null;

    private static Activity? StartTop(string name, ActivityKind kind, ActivityTraceId trace, Activity? around)
    {
        // A context without a span makes a span without a parent in a trace of our choice, unless there is a current one to be below.
        Activity.Current = null;
        var top = new ActivityContext(trace, default, ActivityTraceFlags.Recorded);
        var span = Source.StartActivity(name, kind, top, tags: null, LinkTo(around));
        if (span is null)
        {
            Activity.Current = around;
        }
        else if (around is { IsAllDataRequested: true })
        {
            around.AddLink(new ActivityLink(span.Context));
        }

        return span;
    }

    /// <summary>To the span around, if it is kept; else to that of whoever sent the request.</summary>
    private static ActivityLink[] LinkTo(Activity? around) => around switch
    {
        { Recorded: true } => [new ActivityLink(around.Context)],
        { Parent: null } when around.ParentSpanId != default => [new ActivityLink(new ActivityContext(around.TraceId, around.ParentSpanId, ActivityTraceFlags.None))],
        _ => [],
    };

    private static ActivityTraceId TraceOf(string call)
    {
        Span<byte> name = stackalloc byte[Encoding.UTF8.GetMaxByteCount(call.Length)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name[..Encoding.UTF8.GetBytes(call, name)], hash);
        return ActivityTraceId.CreateFromBytes(hash[..16]);
    }
}
