using Koppla.Functions.Telephony;

namespace Koppla.Functions.Tests.SupervisedCalls.Model;

/// <summary>Somebody whom the model of the provider rings.</summary>
internal sealed record Pending(string Id, CallTarget Target, string Context);
