namespace Koppla.Simulator;

/// <summary>The code and subCode of a result information.</summary>
public sealed record ResultCode(int Code, int SubCode);
