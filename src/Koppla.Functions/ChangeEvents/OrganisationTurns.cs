using Koppla.Routing;

namespace Koppla.Functions.ChangeEvents;

/// <summary>One turn of an organisation at a time in this process, so that a slow receiver takes one worker and not all.</summary>
internal sealed class OrganisationTurns
{
    private readonly Lock gate = new();
    private readonly Dictionary<OrganisationId, bool> underWay = [];

    /// <summary>Takes a turn; while one is under way, lets that one take another after it instead.</summary>
    public async Task TakeAsync(OrganisationId organisation, Func<Task> turn)
    {
        if (!Begins(organisation))
        {
            return;
        }

        try
        {
            do
            {
                await turn();
            }
            while (!Ends(organisation));
        }
        catch
        {
            Abandon(organisation);
            throw;
        }
    }

    private bool Begins(OrganisationId organisation)
    {
        lock (gate)
        {
            if (underWay.TryAdd(organisation, false))
            {
                return true;
            }

            underWay[organisation] = true;
            return false;
        }
    }

    private bool Ends(OrganisationId organisation)
    {
        lock (gate)
        {
            if (underWay[organisation])
            {
                underWay[organisation] = false;
                return false;
            }

            return underWay.Remove(organisation);
        }
    }

    private void Abandon(OrganisationId organisation)
    {
        lock (gate)
        {
            underWay.Remove(organisation);
        }
    }
}
