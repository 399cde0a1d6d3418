namespace Koppla.Simulator.Faults;

/// <summary>Faults that wait for their victim, oldest first.</summary>
public sealed class FaultList<TFault>
    where TFault : Fault
{
    private readonly Lock gate = new();
    private readonly List<TFault> waiting = [];
    private volatile bool any;

    public void Add(TFault fault)
    {
        lock (gate)
        {
            waiting.Add(fault);
            any = true;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
            any = false;
        }
    }

    /// <summary>The fault that strikes the named operation or event now, or null.</summary>
    /// <param name="call">The call that it is about; null when it is about none that is known.</param>
    internal TFault? Take(string name, string? call)
    {
        if (!any)
            return null;

        lock (gate)
        {
            var index = waiting.FindIndex(fault => Fits(fault.Only, name) && Fits(fault.Call, call));
            if (index < 0)
                return null;

            var fault = waiting[index];
            if (fault.Times <= 1)
                waiting.RemoveAt(index);
            else if (fault.Times != int.MaxValue)
                waiting[index] = fault with { Times = fault.Times - 1 };
            any = waiting.Count > 0;
            return fault;
        }
    }

    private static bool Fits(string? wanted, string? found) =>
        wanted is null || string.Equals(wanted, found, StringComparison.OrdinalIgnoreCase);
}
