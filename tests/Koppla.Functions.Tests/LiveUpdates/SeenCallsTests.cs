using System.Buffers.Text;
using CsCheck;
using Koppla.Functions.LiveUpdates;

namespace Koppla.Functions.Tests.LiveUpdates;

/// <summary>What a client has seen, in the ids of events.</summary>
public sealed class SeenCallsTests
{
    [Fact]
    public void What_was_seen_is_read_as_it_was_written() => Views.Lists.Sample(views =>
    {
        var read = SeenCalls.Read(Views.Seen(views).ToEventId());

        Assert.Equal(views.Length, read.Ids.Count());
        Assert.All(views, view => Assert.True(read.Has(view.Id, view.Version)));
    });

    [Fact]
    public void An_id_of_the_greatest_numbers_is_read_as_it_was_written()
    {
        const string id = "9999999999999999999-ffffffffffffffff";
        var version = new CallVersion((1L << 48) - 1);

        var read = SeenCalls.Read(SeenCalls.None.With(id, version).ToEventId());

        Assert.True(read.Has(id, version));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("AA")]
    [InlineData("AQA")]
    [InlineData("what is this?")]
    [InlineData("AQ,AQ")]
    [InlineData("//8=")]
    public void What_is_none_of_ours_means_that_nothing_was_seen(string? id) => Assert.Empty(SeenCalls.Read(id).Ids);

    [Fact]
    public void Any_text_can_be_read() => Gen.String[0, 200].Sample(text => Assert.Empty(SeenCalls.Read(text).Ids));

    [Fact]
    public void Any_bytes_can_be_read_and_name_only_what_can_be_a_call() => Gen.Byte.Array[0, 90].Sample(bytes =>
    {
        if (bytes.Length > 0)
        {
            bytes[0] = 1;
        }

        Assert.All(SeenCalls.Read(Base64Url.EncodeToString(bytes)).Ids, id => Assert.True(Calls.CallRecord.IsId(id)));
    });

    [Fact]
    public void One_that_names_a_call_twice_is_none_of_ours()
    {
        var entry = Base64Url.DecodeFromChars(Views.Seen([Views.View(1)]).ToEventId())[1..];

        Assert.Empty(SeenCalls.Read(Base64Url.EncodeToString([1, .. entry, .. entry])).Ids);
    }

    [Fact]
    public void Of_too_many_the_oldest_that_are_over_are_left_out()
    {
        // The greater the id, the older the call.
        CallView[] over = [.. Enumerable.Range(0, 80).Select(number => Views.View(number, isOver: true))];
        CallView[] ongoing = [Views.View(100), Views.View(101)];

        var id = Views.Seen([.. over, .. ongoing]).ToEventId();

        Assert.True(id.Length <= 1880);
        Assert.Equal(
            [.. over.Take(SeenCalls.MostInId - 2).Select(view => view.Id), .. ongoing.Select(view => view.Id)], SeenCalls.Read(id).Ids);
    }

    [Fact]
    public void More_than_we_write_is_none_of_ours()
    {
        var most = Base64Url.DecodeFromChars(Views.Seen(Enumerable.Range(0, SeenCalls.MostInId).Select(number => Views.View(number))).ToEventId());
        var one = Base64Url.DecodeFromChars(Views.Seen([Views.View(1000)]).ToEventId())[1..];

        Assert.Equal(SeenCalls.MostInId, SeenCalls.Read(Base64Url.EncodeToString(most)).Ids.Count());
        Assert.Empty(SeenCalls.Read(Base64Url.EncodeToString([.. most, .. one])).Ids);
    }
}
