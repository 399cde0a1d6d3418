using System.Net;
using Koppla.Functions.Api.RateLimits;

namespace Koppla.Functions.Tests.RateLimits;

/// <summary>Where requests come from, as the front end tells it.</summary>
public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("""{"X-Forwarded-For":"192.0.2.7:50123"}""", "192.0.2.7")]
    [InlineData("""{"x-forwarded-for":"192.0.2.7"}""", "192.0.2.7")]
    [InlineData("""{"X-Forwarded-For":"10.0.0.1, 203.0.113.9, 192.0.2.7:50123"}""", "192.0.2.7")]
    [InlineData("""{"X-Forwarded-For":"[2001:db8::7]:50123"}""", "2001:db8::7")]
    [InlineData("""{"Accept":"*/*","X-Forwarded-For":"2001:db8::7"}""", "2001:db8::7")]
    [InlineData("""{"X-Forwarded-For":"192.0.2.7, unknown"}""", null)]
    [InlineData("""{"X-Forwarded-For":""}""", null)]
    [InlineData("""{"Accept":"*/*"}""", null)]
    [InlineData("{}", null)]
    [InlineData(null, null)]
    public void The_last_hop_is_what_the_front_end_wrote(string? headers, string? expected) =>
        Assert.Equal(expected, ClientAddressMiddleware.LastHop(headers)?.ToString());

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    public void A_subscriber_is_counted_once(string address, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), ClientAddress.Counted(IPAddress.Parse(address)));
}
