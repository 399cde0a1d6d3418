namespace Koppla.EndToEnd.Tests.Telemetry;

/// <summary>A span as it was exported, with what tests ask of it.</summary>
internal sealed record ExportedSpan(
    string Trace, string Id, string? Parent, string Name, string Scope, IReadOnlyList<string> LinkedTraces, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>All spans of an <c>ExportTraceServiceRequest</c>.</summary>
    public static IEnumerable<ExportedSpan> Read(byte[] request)
    {
        foreach (var resource in ProtoMessage.Read(request).Messages(1))
        {
            foreach (var scope in resource.Messages(2))
            {
                var name = scope.Messages(1).FirstOrDefault()?.Text(1) ?? "";
                foreach (var span in scope.Messages(2))
                {
                    yield return Of(span, name);
                }
            }
        }
    }

    private static ExportedSpan Of(ProtoMessage span, string scope) => new(
        span.Hex(1)!,
        span.Hex(2)!,
        span.Hex(4),
        span.Text(5) ?? "",
        scope,
        [.. span.Messages(13).Select(link => link.Hex(1)!)],
        span.Messages(9).ToDictionary(tag => tag.Text(1)!, tag => tag.Messages(2).FirstOrDefault()?.Text(1) ?? "", StringComparer.Ordinal));
}
