using System.Reflection;
using Koppla.Functions.Health;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Koppla.Functions.Tests.Packages;

/// <summary>The official worker finds and calls every function: it makes its table of them at build time, and knows public classes only.</summary>
public sealed class FunctionTests
{
    private static readonly IReadOnlyList<MethodInfo> Functions =
    [
        .. typeof(HealthFunction).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    [Fact]
    public void Every_function_is_a_public_method_of_a_public_class_that_can_be_made()
    {
        Assert.NotEmpty(Functions);
        Assert.All(Functions, function =>
        {
            Assert.True(function is { IsPublic: true, IsStatic: false, IsGenericMethod: false }, function.Name);
            Assert.True(function.DeclaringType is { IsPublic: true, IsAbstract: false, IsGenericType: false }, function.DeclaringType!.Name);
            Assert.Single(function.DeclaringType.GetConstructors());
        });
    }

    [Fact]
    public void Every_function_has_one_trigger_and_answers_when_it_is_done() => Assert.All(Functions, function =>
    {
        Assert.Single(function.GetParameters(), parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null);
        Assert.True(typeof(Task).IsAssignableFrom(function.ReturnType), function.Name);
    });

    [Fact]
    public void No_two_functions_have_the_same_name_and_each_class_with_one_says_so()
    {
        var names = Functions.Select(function => function.GetCustomAttribute<FunctionAttribute>()!.Name).ToList();

        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.All(
            typeof(HealthFunction).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Function", StringComparison.Ordinal)),
            type => Assert.Contains(Functions, function => function.DeclaringType == type));
    }

    /// <summary>The host puts a function whose route begins so in error, and answers 404 for it.</summary>
    [Fact]
    public void No_route_is_one_that_the_host_keeps_for_itself() => Assert.All(
        Functions.SelectMany(function => function.GetParameters()).Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>(),
        trigger => Assert.DoesNotMatch("^/?(admin|runtime)", trigger.Route ?? ""));
}
