using System.Text.Json.Nodes;

namespace Koppla.Infra.Tests;

public sealed class ParameterTests(Compiled compiled)
{
    [Fact]
    public void Every_parameter_and_output_says_what_it_is() => Assert.All(
        compiled.Templates.SelectMany(each => Described(each.Key, each.Value)),
        each => Assert.False(string.IsNullOrWhiteSpace((string?)each.Value["metadata"]?["description"]), each.Name));

    [Fact]
    public void No_parameter_and_no_output_is_a_secret() => Assert.All(
        compiled.Templates.SelectMany(each => Described(each.Key, each.Value)),
        each => Assert.DoesNotContain("secure", (string?)each.Value["type"] ?? "", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void No_key_is_read_anywhere() => Assert.All(
        compiled.Templates.Values,
        each => Assert.DoesNotMatch(@"(?i)\blist(Keys|AccountSas|ServiceSas|ConnectionStrings|)\(|primaryKey|secondaryKey|getSecret", each.ToJsonString()));

    [Theory]
    [InlineData("instanceMemoryMB", "allowedValues", "[512,2048,4096]")]
    [InlineData("maximumInstanceCount", "minValue", "40")]
    [InlineData("maximumInstanceCount", "maxValue", "1000")]
    [InlineData("alwaysReadyInstances", "minValue", "0")]
    public void What_the_compiler_does_not_know_of_the_plan_is_limited_by_us(string parameter, string limit, string value) =>
        Assert.Equal(value, compiled.Templates["main"]["parameters"]![parameter]![limit]!.ToJsonString());

    /// <summary>The parameters and outputs of a template and of the modules in it.</summary>
    private static IEnumerable<(string Name, JsonNode Value)> Described(string name, JsonNode template)
    {
        foreach (var section in new[] { "parameters", "outputs" })
        {
            foreach (var (key, value) in template[section]?.AsObject() ?? [])
            {
                yield return ($"{name}: {key}", value!);
            }
        }

        var resources = template["resources"] is JsonObject named ? named.Select(each => each.Value) : template["resources"]!.AsArray();
        foreach (var resource in resources)
        {
            if ((string)resource!["type"]! == "Microsoft.Resources/deployments" && resource["properties"]!["template"] is { } module)
            {
                foreach (var inner in Described($"{name}/{(string)resource["name"]!}", module))
                {
                    yield return inner;
                }
            }
        }
    }
}
