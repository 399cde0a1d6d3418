using Koppla.Functions.Telemetry.Masking;

namespace Koppla.Functions.Tests.Telemetry;

public sealed class SensitiveTextTests
{
    [Theory]
    [InlineData("Call to +46846500410 failed", "Call to *** failed")]
    [InlineData("Key '46846500410' is taken", "Key '***' is taken")]
    [InlineData("number=%2B46846500410", "number=***")]
    [InlineData("46846500410", "***")]
    [InlineData("4:+46846500410", "4:***")]
    [InlineData("+46 8-465 004 10", "***")]
    [InlineData("08-465 004 10 is a reserved number.", "*** is a reserved number.")]
    [InlineData("forwarded to 070-174 06 60.", "forwarded to ***.")]
    [InlineData("0846500410", "***")]
    [InlineData("number-46846500410", "number-***")]
    [InlineData("calls 46846500410, 46701740690", "calls ***, ***")]
    public void A_telephone_number_is_taken_out_in_every_spelling(string text, string expected) =>
        Assert.Equal(expected, SensitiveText.Masked(text));

    [Theory]
    [InlineData("8:acs:5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7c00_anna rings", "8:*** rings")]
    [InlineData("8%3Aacs%3A5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7c00_5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7c01", "8:***")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJjYyI6InRlc3QifQ. was refused", "*** was refused")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln-bmF0_dXJl", "Bearer ***")]
    [InlineData("secret e99dfc6176820bb66c377fc661e0fac0.", "secret ***.")]
    [InlineData("signed MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8=", "signed ***")]
    public void An_identity_of_the_provider_a_token_and_a_secret_are_taken_out(string text, string expected) =>
        Assert.Equal(expected, SensitiveText.Masked(text));

    [Theory]
    [InlineData("GET http://127.0.0.1:10002/devstoreaccount1/numbers(PartitionKey='46846500410',RowKey='a b')", "GET http://127.0.0.1:10002/devstoreaccount1/numbers(*) b')")]
    [InlineData("to https://koppla.example/api/hooks/calls/2516067926446969080-4eef4f0854bb46ea/e99dfc6176820bb66c377fc661e0fac0.", "to https://koppla.example/api/hooks/calls/*/*")]
    public void An_address_in_a_text_keeps_its_words_only(string text, string expected) => Assert.Equal(expected, SensitiveText.Masked(text));

    [Theory]
    [InlineData("Call 2516067926446969080-4eef4f0854bb46ea: redirected (forwarded) in 113.83746283746 ms")]
    [InlineData("5d0c1f4e-8b1e-4c55-9a55-446655440000")]
    [InlineData("12345678-1234-4c55-9a55-446655440000")]
    [InlineData("2026-11-24T09:39:14.3963518+01:00")]
    [InlineData("   at Koppla.Functions.SupervisedCalls.SupervisedCallRunner.<ApplyAsync>d__12.MoveNext() in /src/Koppla.Functions/SupervisedCalls/SupervisedCallRunner.cs:line 53")]
    [InlineData("+46*******05")]
    [InlineData("condition-forwards")]
    public void What_tells_of_nobody_stays(string text) => Assert.Same(text, SensitiveText.Masked(text));

    [Theory]
    [InlineData("https://koppla.example/api/v1/numbers/+46846500410/forwarding?x=1", "https://koppla.example/api/v1/numbers/*/forwarding")]
    [InlineData("https://anna:word@koppla.example/api", "https://koppla.example/api")]
    [InlineData("https://acs.example/calling/callConnections/421f6d00-18fc/participants:add?api-version=2025-06-15", "https://acs.example/calling/callConnections/*/participants:add")]
    [InlineData("https://acs.example/calling/callConnections/421f6d00-18fc:play", "https://acs.example/calling/callConnections/*:play")]
    [InlineData("https://store.table.core.windows.net/calls(PartitionKey='1',RowKey='2')?$select=a", "https://store.table.core.windows.net/calls(*)")]
    [InlineData("https://login.example/organizations/v2.0/.well-known/openid-configuration", "https://login.example/organizations/*/.well-known/openid-configuration")]
    [InlineData("https://koppla.example", "https://koppla.example")]
    [InlineData("https://koppla.example?number=46846500410", "https://koppla.example")]
    public void An_address_keeps_its_words(string address, string expected) => Assert.Equal(expected, MaskedAddress.Of(address));
}
