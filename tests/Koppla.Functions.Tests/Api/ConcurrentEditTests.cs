using System.Net;
using Koppla.Functions.Audit;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Users;

namespace Koppla.Functions.Tests.Api;

/// <summary>
/// Many who edit the same at the same time: each edit that is accepted is one link of the chain that the log tells, from the first version
/// to the one that is stored, so that none is lost.
/// </summary>
public sealed class ConcurrentEditTests(ApiFixture fixture) : IAsyncLifetime
{
    private const int Editors = 6;
    private const int EditsEach = 5;

    private Tenant tenant = null!;
    private ApiClient admin = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        tenant = await Tenant.CreateAsync(fixture);
        admin = new ApiClient(fixture, tenant.Id, Guid.NewGuid(), Policies.AdministratorRole);
    }

    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        tenant.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_user(bool withVersions)
    {
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var accepted = await EditAsync(
            $"users/{anna.Id}", withVersions, note => $$"""{"name":"{{note}}","language":"swedish","devices":[]}""");

        var stored = (await fixture.Stores.Users.ReadAsync(tenant.Id, anna.Id, Cancellation))!.Value;
        await CheckAsync(AuditedObject.Of(anna.Id), accepted, UserMapping.SnapshotOf(stored));
    }

    [Fact]
    public async Task Of_different_parts_of_a_user()
    {
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var edits = await Task.WhenAll(
            EditAsync($"users/{anna.Id}", true, note => $$"""{"name":"{{note}}","language":"swedish","devices":[]}"""),
            EditAsync($"users/{anna.Id}/profiles/lunch", false, note => TenantUser.Profile(TenantUser.Ring, name: note)),
            EditAsync($"users/{anna.Id}/exceptions", false, note => $$"""{"items":[{"group":"withheld","treatment":"blocked","note":"{{note}}"}]}"""));

        var stored = (await fixture.Stores.Users.ReadAsync(tenant.Id, anna.Id, Cancellation))!.Value;
        await CheckAsync(AuditedObject.Of(anna.Id), [.. edits.SelectMany(each => each)], UserMapping.SnapshotOf(stored));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_number(bool withVersions)
    {
        var number = await tenant.ReservedAsync(Numbers.Outside);
        var accepted = await EditAsync(
            $"numbers/{number.E164}/forwarding", withVersions, note => $$"""{"destination":"+4670174{{NumberOf(note)}}"}""", note => $"4670174{NumberOf(note)}");

        var stored = (await fixture.Stores.Numbers.ReadAsync(number, Cancellation))!.Value;
        await CheckAsync(AuditedObject.Of(number), accepted, NumberMapping.SnapshotOf(stored));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_an_organisation(bool withVersions)
    {
        var accepted = await EditAsync("organisation", withVersions, note => OrganisationTests.Body(name: note));

        var stored = (await fixture.Stores.Organisations.ReadAsync(tenant.Id, Cancellation))!;
        await CheckAsync(AuditedObject.Organisation, accepted, OrganisationStore.SnapshotOf(stored));
    }

    /// <param name="mark">What the edit leaves in the document; null: the note itself.</param>
    /// <returns>The marks of the edits that were accepted.</returns>
    private async Task<IReadOnlyList<string>> EditAsync(
        string path, bool withVersions, Func<string, string> body, Func<string, string>? mark = null)
    {
        var accepted = await Task.WhenAll(Enumerable.Range(0, Editors).Select(EditorAsync));
        return [.. accepted.SelectMany(each => each)];

        async Task<List<string>> EditorAsync(int editor)
        {
            var mine = new List<string>();
            for (var edit = 0; edit < EditsEach; edit++)
            {
                var note = $"{path.Split('/')[^1]} {editor} {edit}";
                var version = withVersions ? await admin.GetAsync(path).EntityTagAsync() : null;
                var status = await admin.PutAsync(path, body(note), version).StatusAsync();
                Assert.Contains(status, new[] { HttpStatusCode.OK, withVersions ? HttpStatusCode.PreconditionFailed : HttpStatusCode.OK, HttpStatusCode.Conflict });
                if (status == HttpStatusCode.OK)
                {
                    mine.Add(mark?.Invoke(note) ?? note);
                }
            }

            return mine;
        }
    }

    private async Task CheckAsync(AuditedObject about, IReadOnlyList<string> accepted, string stored)
    {
        var chain = await AuditTrail.OfAsync(fixture, tenant.Id, about);
        Assert.NotEmpty(accepted);
        Assert.Equal(stored, chain[^1].After);
        Assert.Equal(accepted.Count, chain.Count);
        foreach (var mark in accepted)
        {
            Assert.Single(chain, change => change.After!.Contains(mark, StringComparison.Ordinal) && !change.Before!.Contains(mark, StringComparison.Ordinal));
        }
    }

    /// <summary>Four digits of a number that nobody has, other ones for every edit.</summary>
    private static string NumberOf(string note) => $"06{note[^3]}{note[^1]}";
}
