namespace Koppla.Standins.FunctionsWorker.Invocation;

/// <summary>Brings every kind of return type to one; called by the compiled delegates.</summary>
internal static class FunctionReturn
{
    public static ValueTask<object?> Now(object? value) => new(value);

    public static async ValueTask<object?> None(Task task)
    {
        await task;
        return null;
    }

    public static async ValueTask<object?> None(ValueTask task)
    {
        await task;
        return null;
    }

    public static async ValueTask<object?> Later<T>(Task<T> task) => await task;

    public static async ValueTask<object?> Later<T>(ValueTask<T> task) => await task;
}
