namespace Koppla.Functions.ChangeEvents;

/// <summary>A receiver's name stands for no address that may be connected to. It crosses the HTTP client, which knows no values.</summary>
internal sealed class AddressNotPublicException() : Exception("The receiver has no public address.");
