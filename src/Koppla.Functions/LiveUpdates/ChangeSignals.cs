using Koppla.Routing;

namespace Koppla.Functions.LiveUpdates;

/// <summary>Wakes those who listen in this process when a call of theirs has changed. Nothing is kept for who does not listen.</summary>
internal sealed class ChangeSignals
{
    /// <summary>More than a person has apps; the rest is refused, so that one token can't take all the memory.</summary>
    public const int MostPerPerson = 10;

    private readonly Lock access = new();
    private readonly Dictionary<(OrganisationId, UserId), List<Listening>> listeners = [];

    /// <summary>How many persons listen.</summary>
    public int Persons
    {
        get
        {
            lock (access)
            {
                return listeners.Count;
            }
        }
    }

    /// <returns>Null: that person listens too often already.</returns>
    public Listening? TryListen(OrganisationId organisation, UserId user)
    {
        var key = (organisation, user);
        lock (access)
        {
            if (!listeners.TryGetValue(key, out var those))
            {
                listeners[key] = those = [];
            }

            if (those.Count == MostPerPerson)
            {
                return null;
            }

            var listening = new Listening(ended => End(key, ended));
            those.Add(listening);
            return listening;
        }
    }

    /// <summary>To be called when the change is stored: who is woken looks there.</summary>
    public void Signal(OrganisationId organisation, UserId user)
    {
        lock (access)
        {
            if (listeners.TryGetValue((organisation, user), out var those))
            {
                foreach (var listening in those)
                {
                    listening.Signal();
                }
            }
        }
    }

    private void End((OrganisationId, UserId) key, Listening ended)
    {
        lock (access)
        {
            if (listeners.TryGetValue(key, out var those) && those.Remove(ended) && those.Count == 0)
            {
                listeners.Remove(key);
            }
        }
    }
}
