using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Standins.FunctionsWorker.Invocation;

/// <summary>Turns a method into a delegate once, so that a call costs no reflection.</summary>
internal static class FunctionCompiler
{
    public static FunctionBody Compile(MethodInfo method, ParameterInfo triggerParameter)
    {
        var context = Expression.Parameter(typeof(FunctionContext));
        var trigger = Expression.Parameter(typeof(object));
        var arguments = method.GetParameters().Select(parameter => Argument(parameter, triggerParameter, context, trigger));
        var call = Expression.Call(method.IsStatic ? null : NewInstance(method.DeclaringType!, context), method, arguments);
        return Expression.Lambda<FunctionBody>(ToValueTask(call), context, trigger).Compile();
    }

    private static Expression Argument(ParameterInfo parameter, ParameterInfo triggerParameter, Expression context, Expression trigger)
    {
        if (parameter == triggerParameter)
        {
            return Expression.Convert(trigger, parameter.ParameterType);
        }

        return parameter.ParameterType == typeof(CancellationToken)
            ? Expression.Property(context, nameof(FunctionContext.CancellationToken))
            : context;
    }

    private static UnaryExpression NewInstance(Type type, Expression context)
    {
        var create = Expression.Constant(ActivatorUtilities.CreateFactory(type, Type.EmptyTypes));
        var services = Expression.Property(context, nameof(FunctionContext.InstanceServices));
        return Expression.Convert(Expression.Invoke(create, services, Expression.Constant(null, typeof(object[]))), type);
    }

    private static Expression ToValueTask(Expression call)
    {
        if (call.Type == typeof(void))
        {
            return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        }

        if (call.Type == typeof(Task) || call.Type == typeof(ValueTask))
        {
            return Expression.Call(typeof(FunctionReturn), nameof(FunctionReturn.None), null, call);
        }

        var generic = call.Type.IsGenericType ? call.Type.GetGenericTypeDefinition() : null;
        return generic == typeof(Task<>) || generic == typeof(ValueTask<>)
            ? Expression.Call(typeof(FunctionReturn), nameof(FunctionReturn.Later), call.Type.GetGenericArguments(), call)
            : Expression.Call(typeof(FunctionReturn), nameof(FunctionReturn.Now), null, Expression.Convert(call, typeof(object)));
    }
}
