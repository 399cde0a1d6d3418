using System.Net;
using CsCheck;
using Koppla.Functions.ChangeEvents;

namespace Koppla.Functions.Tests.ChangeEvents;

public sealed class PublicAddressTests
{
    private static readonly string[] Prefixes = ["64:ff9b::", "64:ff9b:1::", "2002::", "2001::", "::"];

    private static readonly Gen<IPAddress> V4 = Gen.Byte.Array[4].Select(bytes => new IPAddress(bytes));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("168.63.129.15")]
    [InlineData("168.63.129.17")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("2001:200::1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:400f:80c::200e")]
    public void A_public_address_may_be_connected_to(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::7f00:1")]
    [InlineData("2001:2::1")]
    [InlineData("2001:10::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void No_other_address_may(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public void An_address_is_judged_the_same_when_it_is_mapped() =>
        V4.Sample(address => PublicAddress.Is(address) == PublicAddress.Is(address.MapToIPv6()));

    [Fact]
    public void An_address_of_version_four_inside_a_translated_or_tunnelled_one_is_never_connected_to() => Gen
        .Select(V4, Gen.Int[0, Prefixes.Length - 1])
        .Sample((inner, index) =>
        {
            var prefix = Prefixes[index];
            var bytes = IPAddress.Parse(prefix).GetAddressBytes();
            inner.GetAddressBytes().CopyTo(bytes, prefix == "2002::" ? 2 : 12);
            return !PublicAddress.Is(new IPAddress(bytes));
        });

    [Fact]
    public void What_the_framework_calls_local_is_not_public() => Gen.Byte.Array[16].Select(bytes => new IPAddress(bytes)).Sample(address =>
        !PublicAddress.Is(address)
        || !(address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal
            || address.IsIPv6Teredo || IPAddress.IsLoopback(address)));
}
