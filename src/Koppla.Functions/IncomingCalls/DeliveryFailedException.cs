namespace Koppla.Functions.IncomingCalls;

/// <summary>Fails an invocation so that Event Grid delivers the event again; what went wrong is already logged.</summary>
internal sealed class DeliveryFailedException() : Exception("The delivery could not be handled; it must come again.");
