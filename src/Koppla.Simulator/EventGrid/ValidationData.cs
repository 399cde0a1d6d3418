namespace Koppla.Simulator.EventGrid;

/// <summary>The data of Microsoft.EventGrid.SubscriptionValidationEvent. Validation by hand is not simulated, so there is no validationUrl.</summary>
internal sealed record ValidationData(string ValidationCode);
