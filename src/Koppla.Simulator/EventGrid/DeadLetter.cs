namespace Koppla.Simulator.EventGrid;

/// <summary>An event that was given up.</summary>
/// <param name="Reason">As the service names it: MaxDeliveryAttemptsExceeded, TimeToLiveExceeded, or the status that forbids a retry.</param>
/// <param name="LastStatus">0 when there was no answer.</param>
public sealed record DeadLetter(string Subscription, string EventId, string CorrelationId, string Reason, int Attempts, int LastStatus);
