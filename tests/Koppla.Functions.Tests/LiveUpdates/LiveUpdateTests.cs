using System.Text.Json.Nodes;
using CsCheck;
using Koppla.Functions.LiveUpdates;

namespace Koppla.Functions.Tests.LiveUpdates;

/// <summary>What is sent, between what a client has seen and what is.</summary>
public sealed class LiveUpdateTests
{
    private static readonly Gen<(CallView[] Before, CallView[] Now)> Two = Gen.Select(Views.Lists, Views.Lists);

    [Fact]
    public void A_client_who_keeps_the_last_of_each_call_has_what_is() => Two.Sample((before, now) =>
    {
        var kept = before.ToDictionary(view => view.Id, view => view.Json, StringComparer.Ordinal);

        foreach (var update in LiveUpdate.Between(Views.Seen(before), now))
        {
            Keep(kept, update);
        }

        Assert.Equal(now.ToDictionary(view => view.Id, view => view.Json, StringComparer.Ordinal), kept);
    });

    [Fact]
    public void Only_what_differs_is_sent_and_all_of_it_once() => Two.Sample((before, now) =>
    {
        var sent = LiveUpdate.Between(Views.Seen(before), now).ToList();

        Assert.Equal(
            now.Except(before).Select(view => view.Id).Order(StringComparer.Ordinal),
            sent.Where(update => update.Type == LiveUpdate.Call).Select(IdOf).Order(StringComparer.Ordinal));
        Assert.Equal(
            before.ExceptBy(now.Select(view => view.Id), view => view.Id).Select(view => view.Id).Order(StringComparer.Ordinal),
            sent.Where(update => update.Type == LiveUpdate.CallGone).Select(IdOf).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void A_stream_that_breaks_off_anywhere_goes_on_where_it_was() => Gen.Select(Two, Gen.Int[0, 16]).Sample((lists, most) =>
    {
        var whole = LiveUpdate.Between(Views.Seen(lists.Before), lists.Now).ToList();
        var got = whole.Take(most).ToList();
        var last = got.Count == 0 ? Views.Seen(lists.Before).ToEventId() : got[^1].ToItem().EventId;

        var rest = LiveUpdate.Between(SeenCalls.Read(last), lists.Now);

        Assert.Equal(whole.Skip(most).Select(Text), rest.Select(Text));
    });

    [Fact]
    public void Who_comes_back_without_an_id_or_with_one_of_somebody_else_gets_everything() => Views.Lists.Sample(now =>
    {
        foreach (var id in new[] { null, "", "17", "AQAB" })
        {
            Assert.Equal(now.Select(view => view.Json), LiveUpdate.Between(SeenCalls.Read(id), now).Select(update => update.Json));
        }
    });

    [Fact]
    public void An_event_has_its_type_its_document_and_an_id()
    {
        var update = Assert.Single(LiveUpdate.Between(SeenCalls.None, [Views.View(1)]));

        var item = update.ToItem();

        Assert.Equal(("call", Views.View(1).Json, update.Seen.ToEventId()), (item.EventType, item.Data, item.EventId));
    }

    private static void Keep(Dictionary<string, string> kept, LiveUpdate update)
    {
        if (update.Type == LiveUpdate.Call)
        {
            kept[IdOf(update)] = update.Json;
        }
        else
        {
            kept.Remove(IdOf(update));
        }
    }

    private static string IdOf(LiveUpdate update) => JsonNode.Parse(update.Json)!["id"]!.GetValue<string>();

    private static string Text(LiveUpdate update) => $"{update.Type} {update.Json} {update.Seen.ToEventId()}";
}
