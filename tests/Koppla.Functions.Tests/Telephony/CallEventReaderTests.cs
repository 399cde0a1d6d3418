using System.Text;
using CsCheck;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.AzureCommunication;
using Koppla.Functions.Telephony.CallEvents;
using NodaTime;

namespace Koppla.Functions.Tests.Telephony;

public sealed class CallEventReaderTests
{
    private const string Phone = """{ "kind": "phoneNumber", "rawId": "4:+46701740660", "phoneNumber": { "value": "+46701740660" } }""";
    private const string User = """{ "kind": "communicationUser", "rawId": "8:acs:1_anna", "communicationUser": { "id": "8:acs:1_anna" } }""";
    private const string Anonymous = """{ "kind": "phoneNumber", "rawId": "4:anonymous", "phoneNumber": { "value": "anonymous" } }""";
    private const string Bot = """{ "kind": "unknown", "rawId": "28:bot" }""";
    private const string BusyResult = """
        "resultInformation": { "code": 486, "subCode": 560486, "message": "busy", "sipDetails": { "code": 486, "message": "Busy Here" },
          "q850Details": { "code": 17, "message": "User busy" } }
        """;

    private static readonly Instant At = Instant.FromUtc(2026, 11, 22, 21, 57, 49);
    private static readonly CallEventReader Reader = new();
    private static readonly CallTarget Telephone = new CallTarget.Telephone(Numbers.Outside);

    private static readonly string[] Scraps =
    [
        "null", "true", "-1", "1e999", "NaN", "[]", "{}", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"a\",\"data\":7", "[[[[", "}}", ",", ":", "\\", "\u202e", "😀",
    ];

    private static readonly string[] Documents =
    [
        Posted("CallConnected"),
        Posted("CallDisconnected", Result("0", "540000")),
        Posted("AddParticipantSucceeded", Participant(Phone)),
        Posted("AddParticipantFailed", $"{Participant(Phone)}, {BusyResult}"),
        Posted("ParticipantsUpdated", RosterOf(Phone, User, Anonymous)),
        Posted("CancelAddParticipantSucceeded", "\"invitationId\": \"invitation-1\""),
        Posted("CallTransferFailed", Result("603", "560603")),
        Posted("PlayFailed", Result("400", "8536")),
    ];

    [Fact]
    public void Events_of_the_connection_are_read()
    {
        Assert.Equal(new Connected("event-1", "c1", "context", At), Read(Posted("CallConnected")));
        Assert.Equal(new NotConnected("event-1", "c1", "context", At, "487/0"), Read(Posted("AnswerFailed", Result("487", "0"))));
        Assert.Equal(new Disconnected("event-1", "c1", "context", At, "0/540000"), Read(Posted("CallDisconnected", Result("0", "540000"))));
    }

    [Fact]
    public void Events_of_invitations_are_read()
    {
        Assert.Equal(new Joined("event-1", "c1", "context", At, Telephone), Read(Posted("AddParticipantSucceeded", Participant(Phone))));
        Assert.Equal(new Joined("event-1", "c1", "context", At, null), Read(Posted("AddParticipantSucceeded")));
        Assert.Equal(new Joined("event-1", "c1", "context", At, null), Read(Posted("AddParticipantSucceeded", Participant(Bot))));
        Assert.Equal(
            new NotJoined("event-1", "c1", "context", At, Telephone, LegFailure.Busy, "486/560486 sip 486 q850 17", LateMeansNoAnswer: false),
            Read(Posted("AddParticipantFailed", $"{Participant(Phone)}, {BusyResult}")));
        Assert.Equal(
            new NotJoined("event-1", "c1", "context", At, new CallTarget.App("8:acs:1_anna"), LegFailure.NoConnection, "480/10037", LateMeansNoAnswer: true),
            Read(Posted("AddParticipantFailed", $"{Participant(User)}, {Result("480", "10037")}")));
        Assert.Equal(
            new NotJoined("event-1", "c1", "context", At, null, LegFailure.Busy, "486/560486 sip 486 q850 17", LateMeansNoAnswer: false),
            Read(Posted("CreateCallFailed", BusyResult)));
        Assert.Equal(
            new InvitationCancelled("event-1", "c1", "context", At, "invitation-1"),
            Read(Posted("CancelAddParticipantSucceeded", "\"invitationId\": \"invitation-1\"")));
        Assert.Equal(new InvitationNotCancelled("event-1", "c1", "context", At, null), Read(Posted("CancelAddParticipantFailed")));
    }

    [Fact]
    public void A_roster_has_those_who_are_telephones_or_our_users()
    {
        var roster = Assert.IsType<Roster>(Read(Posted("ParticipantsUpdated", RosterOf(Phone, User, Anonymous, Bot))));

        Assert.Equal([Telephone, new CallTarget.App("8:acs:1_anna"), CallTarget.Withheld.Instance], roster.Participants);
        Assert.Equal(7, roster.Sequence);
    }

    [Fact]
    public void Events_of_prompts_and_handovers_are_read()
    {
        Assert.Equal(new Played("event-1", "c1", "context", At), Read(Posted("PlayCompleted")));
        Assert.Equal(new NotPlayed("event-1", "c1", "context", At, "400/8536"), Read(Posted("PlayFailed", Result("400", "8536"))));
        Assert.Equal(new PlayStopped("event-1", "c1", "context", At), Read(Posted("PlayCanceled")));
        Assert.Equal(new Transferred("event-1", "c1", "context", At), Read(Posted("CallTransferAccepted")));
        Assert.Equal(
            new NotTransferred("event-1", "c1", "context", At, LegFailure.Declined, "603/560603", LateMeansNoAnswer: false),
            Read(Posted("CallTransferFailed", Result("603", "560603"))));
    }

    [Fact]
    public void A_hold_that_failed_is_read() =>
        Assert.Equal(new NotHeld("event-1", "c1", "context", At, "400/8536"), Read(Posted("HoldFailed", Result("400", "8536"))));

    [Fact]
    public void A_failure_without_codes_is_read() =>
        Assert.Equal(
            new NotJoined("event-1", "c1", "context", At, null, LegFailure.NoConnection, "", LateMeansNoAnswer: true),
            Read(Posted("AddParticipantFailed")));

    [Theory]
    [InlineData("PlayStarted")]
    [InlineData("RemoveParticipantSucceeded")]
    [InlineData("RemoveParticipantFailed")]
    [InlineData("RecordingStateChanged")]
    [InlineData("SomethingNew")]
    public void Other_events_are_skipped(string type)
    {
        var both = $"[{Posted(type)[1..^1]}, {Posted("PlayCompleted")[1..^1]}]";

        Assert.Empty(Read(Encoding.UTF8.GetBytes(Posted(type)))!);
        Assert.IsType<Played>(Assert.Single(Read(Encoding.UTF8.GetBytes(both))!));
    }

    [Fact]
    public void Several_events_are_read_in_their_order()
    {
        var both = $"[{Posted("CallConnected")[1..^1]}, {Posted("CallDisconnected")[1..^1]}]";

        Assert.Collection(Read(Encoding.UTF8.GetBytes(both))!, first => Assert.IsType<Connected>(first), last => Assert.IsType<Disconnected>(last));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[7]")]
    [InlineData("[{}]")]
    [InlineData("[null]")]
    [InlineData("{\"id\":\"1\"}")]
    public void What_is_no_event_is_malformed(string body) => Assert.Null(Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void An_event_of_no_connection_is_malformed() =>
        Assert.Null(Read(Encoding.UTF8.GetBytes(Posted("CallConnected").Replace("\"callConnectionId\": \"c1\",", "", StringComparison.Ordinal))));

    [Fact]
    public void Random_bytes_are_malformed() =>
        Gen.Byte.Array[0, 300].Sample(bytes => Assert.Null(Read(bytes)), iter: 2_000, threads: 1);

    [Fact]
    public void An_event_with_an_empty_name_is_malformed() =>
        Assert.Null(Read(Encoding.UTF8.GetBytes(Posted("PlayCompleted").Replace("event-1", "", StringComparison.Ordinal))));

    [Fact]
    public void Whatever_is_posted_nothing_is_thrown_and_every_event_has_a_name_and_a_connection()
    {
        var mutated =
            from document in Gen.OneOf(Documents)
            from cuts in Gen.Select(Gen.Int[0, document.Length - 1], Gen.Int[0, 12], Gen.OneOf(Scraps)).Array[1, 3]
            select Encoding.UTF8.GetBytes(cuts.Aggregate(document, Cut));
        var corrupted =
            from document in Gen.OneOf(Documents)
            from at in Gen.Int[0, document.Length - 1]
            from value in Gen.Byte
            select Overwritten(Encoding.UTF8.GetBytes(document), at, value);

        Gen.OneOf(mutated, corrupted).Sample(
            body => Assert.All(Read(body) ?? [], each => Assert.False(string.IsNullOrEmpty(each.Id) || string.IsNullOrEmpty(each.Connection))),
            iter: 5_000,
            threads: 1);
    }

    private static CallEvent? Read(string body) => Assert.Single(Read(Encoding.UTF8.GetBytes(body))!);

    private static CallEvent[]? Read(byte[] body) => Reader.Read(body);

    private static string Posted(string type, string? members = null) => $$"""
        [ { "id": "event-1", "source": "calling/callConnections/c1", "type": "Microsoft.Communication.{{type}}", "specversion": "1.0",
            "time": "2026-11-22T21:57:49Z", "subject": "calling/callConnections/c1", "datacontenttype": "application/json",
            "data": { "callConnectionId": "c1", "serverCallId": "s1", "correlationId": "k1", "operationContext": "context"{{(members is null ? "" : ", " + members)}} } } ]
        """;

    private static string Participant(string identifier) => $"\"participant\": {identifier}";

    private static string Result(string code, string subCode) =>
        $$"""
        "resultInformation": { "code": {{code}}, "subCode": {{subCode}}, "message": "" }
        """;

    private static string RosterOf(params string[] identifiers) =>
        $"\"sequenceNumber\": 7, \"participants\": [{string.Join(", ", identifiers.Select(each => $$"""{ "identifier": {{each}}, "isMuted": false, "isOnHold": false }"""))}]";

    private static string Cut(string document, (int At, int Length, string Scrap) cut)
    {
        var at = Math.Min(cut.At, document.Length);
        return string.Concat(document.AsSpan(0, at), cut.Scrap, document.AsSpan(Math.Min(document.Length, at + cut.Length)));
    }

    private static byte[] Overwritten(byte[] bytes, int at, byte value)
    {
        bytes[at] = value;
        return bytes;
    }
}
