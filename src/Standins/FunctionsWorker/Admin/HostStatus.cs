namespace Koppla.Standins.FunctionsWorker.Admin;

/// <param name="State">Always <c>Running</c>: a host that is not does not answer.</param>
internal sealed record HostStatus(string State)
{
    public static HostStatus Running { get; } = new("Running");
}
