using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

/// <summary>
/// One call inside the simulator. Everything is read and changed inside <see cref="Gate"/>; nothing in there waits for I/O.
/// A leg that rings at one of our own numbers is a call of its own for the application there, with that leg as its <see cref="Upstream"/>;
/// the two share one journal and one gate.
/// </summary>
internal sealed partial class CallState(Exchange exchange, CallJournal journal)
{
    private readonly List<Leg> legs = [];
    private readonly List<Offer> offers = [];
    private readonly AlarmClock alarms = new(exchange.Time, () => journal.Gate);

    public Exchange Exchange => exchange;

    public SimulatorOptions Options => exchange.Options;

    public TimeProvider Time => exchange.Time;

    public CallJournal Journal => journal;

    public CallGate Gate => journal.Gate;

    public string CorrelationId => journal.CorrelationId;

    public string ServerCallId { get; } = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"https://simulator/conv/{Guid.NewGuid()}"));

    public Party From { get; init; } = Party.Anonymous;

    public Party? To { get; init; }

    public string DisplayName { get; init; } = "";

    public CustomContext? Headers { get; init; }

    public Leg? Upstream { get; init; }

    public Leg? Caller { get; private set; }

    public Connection? Connection { get; private set; }

    public Offer? Offer { get; private set; }

    public IReadOnlyList<Leg> Legs => legs;

    public CallPhase Phase =>
        Connection is { IsDisconnected: false } connection ? (connection.IsConnected ? CallPhase.Connected : CallPhase.Ringing)
        : Offer is { IsOpen: true } ? CallPhase.Ringing
        : legs.Exists(static leg => leg is { Role: LegRole.RedirectTarget, IsRinging: true }) ? CallPhase.Redirected
        : legs.Exists(static leg => leg.IsConnected) ? CallPhase.WithoutApplication
        : CallPhase.Ended;

    public Connection Connect(Connection connection)
    {
        Connection = connection;
        exchange.Connections[connection.Id] = connection;
        return connection;
    }

    /// <summary>Ends what has nothing left to do. Called last in every step.</summary>
    public void Finish()
    {
        if (Phase != CallPhase.Ended)
            return;

        alarms.Clear();
        if (Upstream is not null)
            return;
        journal.Settle(new(OutcomeKind.HungUpByApplication));
        journal.End();
    }

    /// <summary>Stops all timers and makes the call unknown.</summary>
    public void Forget()
    {
        using (Gate.Enter())
        {
            alarms.Clear();
            foreach (var offer in offers)
            {
                offer.IsOpen = false;
                exchange.Offers.TryRemove(offer.Context, out _);
            }

            foreach (var leg in legs.ToArray())
            {
                leg.Alarms.Clear();
                leg.Downstream?.Forget();
            }

            if (Connection is not null)
            {
                Connection.Media.Silence();
                exchange.Connections.TryRemove(Connection.Id, out _);
            }
        }
    }
}
