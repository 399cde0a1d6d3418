using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;

namespace Koppla.Simulator.Rest;

/// <summary>One REST command under way.</summary>
/// <param name="Id">The callConnectionId of the path, if it has one.</param>
/// <param name="Participant">The rawId of the path, if it has one.</param>
internal sealed record Command(Exchange Exchange, ReadOnlyMemory<byte> Body, string? Id, string? Participant)
{
    /// <summary>The call it turned out to concern.</summary>
    public CallJournal? Journal { get; private set; }

    /// <summary>Corked until the command is answered.</summary>
    public CallbackOutbox? Outbox { get; private set; }

    public void Concerns(CallState call) => Journal = call.Journal;

    public void Concerns(Connection connection)
    {
        Concerns(connection.Call);
        if (Outbox is not null)
            return;
        Outbox = connection.Outbox;
        Outbox.Cork();
    }
}
