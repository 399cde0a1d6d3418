using Koppla.Functions.Telephony;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Tests.Telephony;

public sealed class CallbackOptionsTests
{
    [Theory]
    [InlineData("https://koppla.example", "https://koppla.example/api/x")]
    [InlineData("https://koppla.example/", "https://koppla.example/api/x")]
    [InlineData("https://gateway.example/koppla", "https://gateway.example/koppla/api/x")]
    [InlineData("https://gateway.example:8443/koppla/", "https://gateway.example:8443/koppla/api/x")]
    [InlineData("http://127.0.0.1:7071", "http://127.0.0.1:7071/api/x")]
    [InlineData("http://localhost:7071", "http://localhost:7071/api/x")]
    public void A_path_of_ours_lies_under_the_base(string address, string expected) =>
        Assert.Equal(expected, Bind(address).AddressOf("api/x").AbsoluteUri);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("koppla.example")]
    [InlineData("/api")]
    [InlineData("http://koppla.example")]
    [InlineData("ftp://koppla.example")]
    [InlineData("https://koppla.example?code=1")]
    [InlineData("https://koppla.example/#top")]
    public void An_address_that_the_provider_could_not_use_is_found_at_start(string? address)
    {
        var failure = Assert.Single(Assert.Throws<OptionsValidationException>(() => Bind(address)).Failures);

        Assert.Contains("BaseAddress", failure, StringComparison.Ordinal);
    }

    private static CallbackOptions Bind(string? address)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Callbacks:BaseAddress", address)])
            .Build();
        using var services = new ServiceCollection().AddTelephony(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<CallbackOptions>>().Value;
    }
}
