using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Koppla.Standins.FunctionsWorker.Functions;

/// <summary>The functions found among some types, and what is wrong with those that cannot be called.</summary>
internal sealed record FunctionCatalog(IReadOnlyList<Function> Functions, IReadOnlyList<string> Problems)
{
    private const BindingFlags DeclaredMethods =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static FunctionCatalog Discover(IEnumerable<Type> types)
    {
        List<Function> functions = [];
        List<string> problems = [];
        foreach (var method in types.SelectMany(type => type.GetMethods(DeclaredMethods)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } attribute)
            {
                continue;
            }

            var problem = Bind(attribute.Name, method, out var function);
            problem ??= functions.Exists(other => SameName(other, attribute)) ? "there are two functions with this name" : null;
            if (problem is null)
            {
                functions.Add(function!);
            }
            else
            {
                problems.Add($"Function '{attribute.Name}' ({method.DeclaringType!.Name}.{method.Name}): {problem}.");
            }
        }

        return new(functions, problems);
    }

    private static bool SameName(Function other, FunctionAttribute attribute) =>
        string.Equals(other.Name, attribute.Name, StringComparison.OrdinalIgnoreCase);

    private static string? Bind(string name, MethodInfo method, out Function? function)
    {
        function = null;
        if (!method.IsPublic || method.ContainsGenericParameters || (method.DeclaringType!.IsAbstract && !method.IsStatic))
        {
            return "a function is a public, non-generic method of a concrete class";
        }

        var triggers = method.GetParameters().Where(IsTrigger).ToArray();
        if (triggers.Length != 1)
        {
            return $"needs exactly one parameter with a trigger attribute, has {triggers.Length}";
        }

        var parameter = triggers[0];
        var trigger = parameter.GetCustomAttribute<TriggerBindingAttribute>()!;
        if (TriggerKind.Of(trigger) is not { } kind)
        {
            return $"the trigger {trigger.GetType().Name} is not supported";
        }

        if (!kind.ValueTypes.Contains(parameter.ParameterType))
        {
            return $"{kind.Name} cannot fill parameter '{parameter.Name}' of type {parameter.ParameterType.Name}";
        }

        if (Array.Find(method.GetParameters(), other => other != parameter && !IsContext(other)) is { } unknown)
        {
            return $"nothing can fill parameter '{unknown.Name}' of type {unknown.ParameterType.Name}";
        }

        function = new Function(name, method, parameter, trigger, kind.Name);
        return null;
    }

    private static bool IsTrigger(ParameterInfo parameter) => parameter.IsDefined(typeof(TriggerBindingAttribute));

    private static bool IsContext(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(FunctionContext) || parameter.ParameterType == typeof(CancellationToken);
}
