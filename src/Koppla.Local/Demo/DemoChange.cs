using NodaTime;

namespace Koppla.Local.Demo;

/// <summary>What an administrator changes over the API before a call.</summary>
/// <param name="Path">Under <c>/api/v1</c>.</param>
/// <param name="Body">The document to PUT, given the time in Sweden.</param>
internal sealed record DemoChange(string Path, Func<ZonedDateTime, object> Body);
