using Koppla.Functions.Telephony;

namespace Koppla.Functions.Tests.Telephony;

public sealed class CommandIdTests
{
    [Fact]
    public void The_same_call_and_step_give_the_same_id_for_ever() =>
        Assert.Equal(CommandId.For("handle", 0), CommandId.For(new string("handle".AsSpan()), 0));

    [Fact]
    public void Every_step_of_every_call_has_an_id_of_its_own()
    {
        var ids =
            from handle in new[] { "a", "b", "A", "", "å", new string('x', 5000), new string('x', 5001) }
            from step in Enumerable.Range(0, 5)
            select CommandId.For(handle, step);

        Assert.Equal(35, ids.Distinct().Count());
    }

    [Fact]
    public void An_id_is_a_custom_uuid_of_RFC_9562()
    {
        for (var step = 0; step < 64; step++)
        {
            var text = CommandId.For("handle", step).Value.ToString("D");

            Assert.Equal('8', text[14]);
            Assert.Contains(text[19], "89ab");
        }
    }

    // Another instance, perhaps of another version, must name the same command alike: the provider keeps the id for hours.
    [Fact]
    public void The_id_of_a_known_command_never_changes() =>
        Assert.Equal(KnownId, CommandId.For("eyJhbGciOiJub25lIn0.eyJjYyI6ImVtdSJ9.", 1).Value.ToString("D"));

    private const string KnownId = "eca8c4a4-f372-8778-bfc3-33448bfc4052";
}
