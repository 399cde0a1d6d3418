namespace Koppla.Simulator.Rest;

internal interface IOfferRequest
{
    public string? IncomingCallContext { get; }
}
