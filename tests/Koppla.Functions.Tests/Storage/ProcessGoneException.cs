namespace Koppla.Functions.Tests.Storage;

/// <summary>The process ends here: no code of it may run on.</summary>
internal sealed class ProcessGoneException : Exception;
