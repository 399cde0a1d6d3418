using Microsoft.Azure.Functions.Worker;

namespace Koppla.Standins.FunctionsWorker.Invocation;

/// <summary>Creates the function's class, calls its method and gives what it returned (null for void and Task).</summary>
internal delegate ValueTask<object?> FunctionBody(FunctionContext context, object trigger);
