namespace Koppla.Simulator.EventGrid;

/// <summary>A webhook did not prove that it wants the events.</summary>
public sealed class SubscriptionValidationException : Exception
{
    public SubscriptionValidationException()
    {
    }

    public SubscriptionValidationException(string message)
        : base(message)
    {
    }

    public SubscriptionValidationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
