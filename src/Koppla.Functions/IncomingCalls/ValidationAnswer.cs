namespace Koppla.Functions.IncomingCalls;

internal sealed record ValidationAnswer(string ValidationResponse);
