using System.Text.Json.Nodes;
using Azure.Messaging;
using Koppla.Functions.Audit;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Tests.Api;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Tests.ChangeEvents;

public sealed class ChangeEventTests
{
    private static readonly Change Change = new(
        "2516067926446969080-4eef4f0854bb46ea",
        new OrganisationId(Guid.Parse("11111111-1111-1111-1111-111111111111")),
        Instant.FromUtc(2026, 11, 24, 9, 0),
        new Author(new UserId(Guid.Parse("22222222-2222-2222-2222-222222222222")), "198.51.100.7"),
        "forwarding-set",
        AuditedObject.Of(Numbers.Fixed),
        Before: null,
        """{"state":"reserved","destination":"+46701740660"}""",
        Predecessor: null);

    [Fact]
    public void An_event_tells_what_was_changed_by_whom_and_how()
    {
        var json = JsonNode.Parse(ChangeEvent.BytesOf(Change, EventTypes.Of(Change)!))!;

        Assert.Equal("2026-11-24T09:00:00+00:00", json["time"]!.GetValue<string>());
        json.AsObject().Remove("time");
        Answers.AssertJson(
            $$"""
            {
              "specversion": "1.0",
              "id": "2516067926446969080-4eef4f0854bb46ea",
              "source": "/organisations/11111111-1111-1111-1111-111111111111",
              "type": "koppla.number.forwarding-changed",
              "subject": "number:{{Numbers.Fixed.Digits}}",
              "datacontenttype": "application/json",
              "data": {
                "action": "forwarding-set",
                "object": "number:{{Numbers.Fixed.Digits}}",
                "by": "22222222-2222-2222-2222-222222222222",
                "after": { "state": "reserved", "destination": "+46701740660" }
              }
            }
            """,
            json);
    }

    [Fact]
    public void An_event_is_a_CloudEvent_that_others_read()
    {
        var read = CloudEvent.Parse(BinaryData.FromBytes(ChangeEvent.BytesOf(Change, "koppla.number.forwarding-changed")))!;

        Assert.Equal(
            (Change.Id, Change.At.ToDateTimeOffset(), "koppla.number.forwarding-changed"), (read.Id, read.Time!.Value, read.Type));
    }

    [Fact]
    public void What_Koppla_did_itself_is_by_nobody()
    {
        var json = JsonNode.Parse(ChangeEvent.BytesOf(Change with { By = Author.Koppla }, "koppla.number.forwarding-changed"))!;

        Assert.False(json["data"]!.AsObject().ContainsKey("by"));
    }

    [Fact]
    public void What_is_about_an_organisation_itself_is_not_told() =>
        Assert.Null(EventTypes.Of(Change with { Object = AuditedObject.Organisation, Action = "transfer-policy-changed" }));
}
