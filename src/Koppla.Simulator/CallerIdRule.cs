namespace Koppla.Simulator;

/// <summary>Which source caller ids the resource may present.</summary>
public enum CallerIdRule
{
    /// <summary>Bought numbers: only a number of the resource, anything else is 403.</summary>
    OwnedOnly,

    /// <summary>Direct Routing: any E.164 number.</summary>
    DirectRouting,
}
