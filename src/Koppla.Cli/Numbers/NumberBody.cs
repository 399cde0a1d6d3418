namespace Koppla.Cli.Numbers;

/// <summary>One of the organisation's numbers.</summary>
/// <param name="Number">E.164.</param>
/// <param name="State"><c>reserved</c> or <c>assigned</c>.</param>
/// <param name="User">Whose it is, when assigned; <paramref name="Holder"/> is the name.</param>
internal sealed record NumberBody(
    string Number, string? Kind = null, string? State = null, string? User = null, string? Holder = null, ForwardingBody? Forwarding = null);
