using Azure.Communication;
using Azure.Communication.CallAutomation;
using static Koppla.Standins.Tests.CallAutomation.Samples;

namespace Koppla.Standins.Tests.CallAutomation;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("4:+46701234567", typeof(PhoneNumberIdentifier))]
    [InlineData("4:112", typeof(PhoneNumberIdentifier))]
    [InlineData("4:anonymous", typeof(PhoneNumberIdentifier))]
    [InlineData("4:+46701234567_ab12", typeof(PhoneNumberIdentifier))]
    [InlineData("8:acs:resource_user", typeof(CommunicationUserIdentifier))]
    [InlineData("8:spool:user", typeof(CommunicationUserIdentifier))]
    [InlineData("8:dod-acs:resource_user", typeof(CommunicationUserIdentifier))]
    [InlineData("8:gcch-acs:resource_user", typeof(CommunicationUserIdentifier))]
    [InlineData("8:acs:resource_tenant_user", typeof(TeamsExtensionUserIdentifier))]
    [InlineData("8:gcch-acs:resource_tenant_user", typeof(TeamsExtensionUserIdentifier))]
    [InlineData("8:orgid:user", typeof(MicrosoftTeamsUserIdentifier))]
    [InlineData("8:dod:user", typeof(MicrosoftTeamsUserIdentifier))]
    [InlineData("8:gcch:user", typeof(MicrosoftTeamsUserIdentifier))]
    [InlineData("8:teamsvisitor:user", typeof(MicrosoftTeamsUserIdentifier))]
    [InlineData("28:orgid:app", typeof(MicrosoftTeamsAppIdentifier))]
    [InlineData("28:dod:app", typeof(MicrosoftTeamsAppIdentifier))]
    [InlineData("28:gcch:app", typeof(MicrosoftTeamsAppIdentifier))]
    [InlineData("28:x", typeof(UnknownIdentifier))]
    [InlineData("8:acs:", typeof(UnknownIdentifier))]
    [InlineData("4:", typeof(UnknownIdentifier))]
    [InlineData("something", typeof(UnknownIdentifier))]
    public void A_raw_id_says_its_kind_and_comes_back(string rawId, Type kind)
    {
        var identifier = CommunicationIdentifier.FromRawId(rawId);

        Assert.IsType(kind, identifier);
        Assert.Equal(rawId, identifier.RawId);
    }

    [Fact]
    public void Raw_ids_are_made_of_their_parts()
    {
        Assert.Equal("4:+46701234567", new PhoneNumberIdentifier("+46701234567").RawId);
        Assert.Equal("8:orgid:u", new MicrosoftTeamsUserIdentifier("u").RawId);
        Assert.Equal("8:teamsvisitor:u", new MicrosoftTeamsUserIdentifier("u", isAnonymous: true).RawId);
        Assert.Equal("8:gcch:u", new MicrosoftTeamsUserIdentifier("u", cloud: CommunicationCloudEnvironment.Gcch).RawId);
        Assert.Equal("28:dod:a", new MicrosoftTeamsAppIdentifier("a", CommunicationCloudEnvironment.Dod).RawId);
        Assert.Equal("8:acs:r_t_u", new TeamsExtensionUserIdentifier("u", "t", "r").RawId);
        Assert.Equal("8:dod-acs:r_t_u", new TeamsExtensionUserIdentifier("u", "t", "r", CommunicationCloudEnvironment.Dod).RawId);
    }

    [Fact]
    public void A_withheld_number_is_anonymous()
    {
        Assert.True(new PhoneNumberIdentifier("anonymous").IsAnonymous);
        Assert.False(Caller.IsAnonymous);
        Assert.Equal("ab12", new PhoneNumberIdentifier("+46701234567", "4:+46701234567_ab12").AssertedId);
        Assert.Null(Caller.AssertedId);
    }

    [Fact]
    public void Equality_is_of_type_and_raw_id()
    {
        CommunicationIdentifier same = CommunicationIdentifier.FromRawId(Caller.RawId);

        Assert.Equal(Caller, same);
        Assert.True(same == Caller);
        Assert.False(same != Caller);
        Assert.Equal(Caller.GetHashCode(), same.GetHashCode());
        Assert.NotEqual<CommunicationIdentifier>(Caller, Primary);
        Assert.NotEqual<CommunicationIdentifier>(Caller, new UnknownIdentifier(Caller.RawId));
        Assert.False(Caller == null);
    }

    public static TheoryData<string, string> OnTheWire => new()
    {
        { "4:anonymous", """{ "rawId": "4:anonymous", "phoneNumber": { "value": "anonymous", "isAnonymous": true } }""" },
        { "8:acs:r_u", """{ "rawId": "8:acs:r_u", "communicationUser": { "id": "8:acs:r_u" } }""" },
        { "8:gcch:u", """{ "rawId": "8:gcch:u", "microsoftTeamsUser": { "userId": "u", "isAnonymous": false, "cloud": "gcch" } }""" },
        { "28:orgid:a", """{ "rawId": "28:orgid:a", "microsoftTeamsApp": { "appId": "a", "cloud": "public" } }""" },
        { "8:acs:r_t_u", """{ "rawId": "8:acs:r_t_u", "teamsExtensionUser": { "userId": "u", "tenantId": "t", "resourceId": "r", "cloud": "public" } }""" },
        { "other", """{ "rawId": "other" }""" },
    };

    [Theory]
    [MemberData(nameof(OnTheWire))]
    public async Task Every_kind_is_written_and_read(string rawId, string json)
    {
        var identifier = CommunicationIdentifier.FromRawId(rawId);
        var wire = Wire.Answering(202, $$"""{ "participants": [ { "identifier": {{json}}, "isMuted": false } ] }""");

        var moved = await wire.Call.MoveParticipantsAsync(
            new MoveParticipantsOptions([identifier], "cc-2") { OperationContext = "x" }, TestContext.Current.CancellationToken);

        Json.Equal($$"""{ "targetParticipants": [ {{json}} ], "fromCall": "cc-2", "operationContext": "x" }""", wire.Sent.Body);
        Assert.Equal(identifier, Assert.Single(moved.Value.Participants).Identifier);
    }
}
