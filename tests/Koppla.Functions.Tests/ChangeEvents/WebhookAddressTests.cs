using Koppla.Functions.ChangeEvents;

namespace Koppla.Functions.Tests.ChangeEvents;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://hooks.example/koppla")]
    [InlineData("https://hooks.example/koppla?tenant=1")]
    [InlineData("https://hooks.example:1024/")]
    [InlineData("https://hooks.example:8443/")]
    [InlineData("https://åäö.example/")]
    [InlineData("https://1.1.1.1/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    public void A_webhook_has_a_public_address_and_TLS(string url) => Assert.Equal(new Uri(url), WebhookAddress.Parse(url, allowLoopback: false).Value);

    [Theory]
    [InlineData("", "url-not-valid")]
    [InlineData("hooks.example", "url-not-valid")]
    [InlineData("/koppla", "url-not-https")]
    [InlineData("http://hooks.example/", "url-not-https")]
    [InlineData("ftp://hooks.example/", "url-not-https")]
    [InlineData("file:///etc/passwd", "url-not-https")]
    [InlineData("https://anna@hooks.example/", "url-has-extras")]
    [InlineData("https://anna:secret@hooks.example/", "url-has-extras")]
    [InlineData("https://hooks.example/#part", "url-has-extras")]
    [InlineData("https://hooks.example:22/", "url-port-not-allowed")]
    [InlineData("https://hooks.example:1023/", "url-port-not-allowed")]
    [InlineData("https://localhost/", "url-not-public")]
    [InlineData("https://localhost:8443/", "url-not-public")]
    [InlineData("https://intranet/", "url-not-public")]
    [InlineData("https://intranet./", "url-not-public")]
    [InlineData("https://127.0.0.1/", "url-not-public")]
    [InlineData("https://2130706433/", "url-not-public")]
    [InlineData("https://0x7f.1/", "url-not-public")]
    [InlineData("https://10.0.0.1/", "url-not-public")]
    [InlineData("https://169.254.169.254/latest/meta-data", "url-not-public")]
    [InlineData("https://[::1]/", "url-not-public")]
    [InlineData("https://[::ffff:10.0.0.1]/", "url-not-public")]
    [InlineData("https://[fe80::1]/", "url-not-public")]
    public void Every_other_address_is_refused_by_name(string url, string name) =>
        Assert.Equal(name, WebhookAddress.Parse(url, allowLoopback: false).Refusal.Name);

    [Theory]
    [InlineData("http://localhost:7075/hook")]
    [InlineData("http://127.0.0.1:7075/hook")]
    [InlineData("https://[::1]:7075/hook")]
    public void This_machine_is_allowed_where_the_settings_say_so(string url) => Assert.True(WebhookAddress.Parse(url, allowLoopback: true).IsOk);

    [Theory]
    [InlineData("http://hooks.example/")]
    [InlineData("https://10.0.0.1/")]
    public void Nothing_else_is_allowed_there(string url) => Assert.False(WebhookAddress.Parse(url, allowLoopback: true).IsOk);

    [Fact]
    public void An_address_has_a_length_that_can_be_stored() =>
        Assert.Equal("url-not-valid", WebhookAddress.Parse($"https://hooks.example/{new string('a', 1024)}", allowLoopback: false).Refusal.Name);
}
