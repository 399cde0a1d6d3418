namespace Koppla.Local.Processes;

/// <summary>
/// Something the local run needs cannot be had: a program is missing, a port is taken, an install failed. The message is for the person
/// at the keyboard and says what to do; the name is stable.
/// </summary>
internal sealed class LocalStartException(string name, string message, Exception? inner = null) : Exception(message, inner)
{
    public const string PortTakenName = "port-taken";

    public string Name { get; } = name;

    public static LocalStartException PortTaken(string who, int port, Exception? inner = null) => new(
        PortTakenName, $"{who} cannot have port {port}: another program listens there. Stop it, or choose another port.", inner);
}
