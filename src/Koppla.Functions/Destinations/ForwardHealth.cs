using Koppla.Functions.Api;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Organisations;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Koppla.Functions.Destinations;

/// <summary>Goes through all forwards of an organisation and keeps the report of it.</summary>
internal sealed class ForwardHealth(
    OrganisationStore organisations,
    OrganisationDirectory directory,
    RoutingDataReader reader,
    ForwardHealthStore store,
    IClock clock,
    ILogger<ForwardHealth> logger)
{
    /// <returns>Null: there is no such organisation.</returns>
    public async Task<ForwardHealthBody?> CheckAsync(OrganisationId id, CancellationToken cancellationToken)
    {
        if (await organisations.ReadAsync(id, cancellationToken) is not { } organisation)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var (own, unreadable) = await NumbersAsync(id, cancellationToken);
        var deadEnds = new DeadEnds(own, await UsersAsync(id, cancellationToken));
        var check = new ForwardHealthCheck(organisation, own, deadEnds, Rehearse, now);
        unreadable.ForEach(check.AddUnreadable);
        foreach (var (number, entry) in own.All)
        {
            if (entry is ReservedNumber { Forwarding: { } forwarding })
            {
                await check.CheckAsync(number, forwarding, cancellationToken);
            }
        }

        await foreach (var (user, found) in directory.UsersAsync(id, cancellationToken))
        {
            if (found is null)
            {
                check.AddUnreadable(user.Value);
            }
            else
            {
                await check.CheckAsync(found, cancellationToken);
            }
        }

        var report = new ForwardHealthBody(InstantTexts.Utc(now), check.Findings.Items, check.Findings.More);
        await store.WriteAsync(id, report, cancellationToken);
        logger.ForwardsChecked(id, report.Findings.Count + report.More, check.Acting);
        return report;

        Rehearsal Rehearse()
        {
            var rehearsal = new Rehearsal(reader, now);
            rehearsal.SupposeAtItsBest(organisation);
            return rehearsal;
        }
    }

    private async Task<(OwnNumbers Own, List<string> Unreadable)> NumbersAsync(OrganisationId id, CancellationToken cancellationToken)
    {
        var (own, unreadable) = (new OwnNumbers(), new List<string>());
        await foreach (var (number, listed) in directory.NumbersAsync(id, cancellationToken))
        {
            if (listed is null)
            {
                unreadable.Add(number);
            }
            else
            {
                own.Add(listed);
            }
        }

        return (own, unreadable);
    }

    /// <summary>Every user, with whether a number is tied to it. One that can't be read is taken to have one.</summary>
    /// <remarks>Users are read again when their rules are checked: a second pass once a day costs less than the memory for all of them at once.</remarks>
    private async Task<Dictionary<UserId, bool>> UsersAsync(OrganisationId id, CancellationToken cancellationToken)
    {
        var users = new Dictionary<UserId, bool>();
        await foreach (var (user, found) in directory.UsersAsync(id, cancellationToken))
        {
            users[user] = found is not { Numbers.IsEmpty: true };
        }

        return users;
    }
}
