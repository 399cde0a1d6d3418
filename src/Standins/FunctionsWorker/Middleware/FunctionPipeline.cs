using Koppla.Standins.FunctionsWorker.Invocation;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Koppla.Standins.FunctionsWorker.Middleware;

/// <summary>All middleware, first added outermost, around the function itself.</summary>
internal sealed class FunctionPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];
    private readonly Lazy<FunctionExecutionDelegate> run;

    public FunctionPipeline() => run = new(Compose);

    public FunctionExecutionDelegate Run => run.Value;

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> step) => middleware.Add(step);

    private FunctionExecutionDelegate Compose() =>
        Enumerable.Reverse(middleware).Aggregate<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>, FunctionExecutionDelegate>(
            InvocationContext.RunBodyAsync, (next, step) => step(next));
}
