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
            told.Add((await log.FindAsync(organisation, summary.Id, TestContext.Current.CancellationToken))!);
        }

        return Chained(told);
    }

    public static List<Change> Chained(List<Change> told)
    {
        var chain = new List<Change>();
        for (string? last = null; told.SingleOrDefault(change => change.Predecessor == last) is { } next; last = next.Id)
        {
            if (chain.Count > 0)
            {
                Assert.Equal(chain[^1].After, next.Before);
            }

            chain.Add(next);
        }

        Assert.Equal(told.Count, chain.Count);
        return chain;
    }
}
