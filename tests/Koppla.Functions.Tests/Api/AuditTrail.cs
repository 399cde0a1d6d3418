using Koppla.Functions.Audit;
using Koppla.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Api;

/// <summary>What the audit log tells of an object, by its own chain: each change names the one before it.</summary>
internal static class AuditTrail
{
    /// <returns>The changes with their documents, the oldest first; what is not in the chain of the object fails the test.</returns>
    public static async Task<List<Change>> OfAsync(ApiFixture fixture, OrganisationId organisation, AuditedObject about)
    {
        var log = fixture.Host.Services.GetRequiredService<AuditLog>();
        var told = new List<Change>();
        await foreach (var summary in log.ListAsync(organisation, new AuditQuery(about), TestContext.Current.CancellationToken))
        {
            if (summary.Refused is not null)
            {
                continue;
            }

            told.Add((await log.FindAsync(organisation, summary.Id, TestContext.Current.CancellationToken))!);
        }

        return Chained(told);
    }

    /// <summary>What was removed and made anew has a chain for each life.</summary>
    public static List<Change> Chained(List<Change> told)
    {
        var chain = new List<Change>();
        foreach (var first in told.Where(change => change.Predecessor is null).OrderByDescending(change => change.Id, StringComparer.Ordinal))
        {
            for (var next = first; next is not null; next = told.SingleOrDefault(change => change.Predecessor == chain[^1].Id))
            {
                Assert.True(chain.Count == 0 || chain[^1].After == next.Before, $"{next.Action} does not follow from {chain.LastOrDefault()?.Action}.");
                chain.Add(next);
            }
        }

        Assert.Equal(told.Count, chain.Count);
        return chain;
    }
}
