using Koppla.Simulator.Events;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls.Media;

/// <summary>Something the application plays, hears or sends. One at a time runs in a lane.</summary>
internal abstract class MediaOperation(Connection connection, OperationTag tag)
{
    /// <summary>The leg it runs on alone; null is the main leg, which everybody hears.</summary>
    public Leg? Lane { get; init; }

    protected Connection Connection => connection;

    protected OperationTag Tag => tag;

    /// <summary>Whether another operation may wait behind it.</summary>
    public virtual bool LetsWait => true;

    public abstract void Begin();

    /// <summary>A key pressed on a leg.</summary>
    public virtual void Hear(Leg leg, char key)
    {
    }

    /// <summary>Stops it and raises the event that says so.</summary>
    public abstract void Cancel();

    public virtual void Silence()
    {
    }

    protected void Done(string name, ResultInformation result, CallEventData? more = null)
    {
        Silence();
        connection.Raise(name, tag, result, more);
        connection.Media.Next(Lane);
    }

    protected TimeSpan Scaled(TimeSpan time) => time / connection.Call.Options.MediaSpeed;
}
