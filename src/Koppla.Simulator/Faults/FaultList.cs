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
    internal TFault? Take(string name)
    {
        if (!any)
            return null;

        lock (gate)
        {
            var index = waiting.FindIndex(fault => fault.Only is null || string.Equals(fault.Only, name, StringComparison.OrdinalIgnoreCase));
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
}
