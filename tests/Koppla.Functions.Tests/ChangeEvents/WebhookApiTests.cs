using System.Net;
using System.Text;
using Koppla.Functions.Audit;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.Api;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.ChangeEvents;

public sealed class WebhookApiTests(ApiFixture fixture)
{
    private const string Path = "organisation/webhook";

    [Fact]
    public async Task A_webhook_is_registered_and_tells_its_secret_once()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        await tenant.GetAsync(Path).ProblemAsync(404, "webhook-not-found");

        var created = await tenant.PutAsync(Path, """{"url":"https://hooks.example/koppla"}""").JsonAsync(HttpStatusCode.Created);
        var read = await tenant.GetAsync(Path).JsonAsync();
        var replaced = await tenant.PutAsync(Path, """{"url":"https://hooks.example/other","enabled":false}""").JsonAsync();

        Assert.StartsWith("whsec_", created["secret"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(created.Remove("secret"));
        Answers.AssertJson(created.ToJsonString(), read);
        Assert.Equal("https://hooks.example/koppla", read["url"]!.GetValue<string>());
        Assert.True(read["enabled"]!.GetValue<bool>());
        Assert.Equal("https://hooks.example/other", replaced["url"]!.GetValue<string>());
        Assert.False(replaced["enabled"]!.GetValue<bool>());
        Assert.Null(replaced["secret"]);
    }

    [Fact]
    public async Task A_webhook_has_a_version()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var first = await tenant.PutAsync(Path, Example).EntityTagAsync(HttpStatusCode.Created);
        await tenant.PutAsync(Path, """{"url":"https://hooks.example/2"}""", first).JsonAsync();

        await tenant.PutAsync(Path, Example, first).ProblemAsync(412, "version-changed");
        await tenant.DeleteAsync(Path, first).ProblemAsync(412, "version-changed");
        Assert.Equal(HttpStatusCode.NoContent, await tenant.DeleteAsync(Path, await tenant.GetAsync(Path).EntityTagAsync()).StatusAsync());
        await tenant.PutAsync(Path, Example, first).ProblemAsync(412, "version-changed");
        await tenant.DeleteAsync(Path).ProblemAsync(404, "webhook-not-found");
    }

    [Fact]
    public async Task A_dry_run_checks_and_changes_nothing()
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        Assert.Null((await tenant.PutAsync($"{Path}?dryRun=true", Example).JsonAsync())["secret"]);
        await tenant.PutAsync($"{Path}?dryRun=true", """{"url":"http://hooks.example/"}""").ProblemAsync(422, "url-not-https", "url");
        await tenant.GetAsync(Path).ProblemAsync(404, "webhook-not-found");

        var version = await tenant.PutAsync(Path, Example).EntityTagAsync(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.OK, await tenant.DeleteAsync($"{Path}?dryRun=true").StatusAsync());
        Assert.Null((await PostAsync(tenant, "secret?dryRun=true").JsonAsync())["secret"]);
        Assert.Equal(version, await tenant.GetAsync(Path).EntityTagAsync());
    }

    [Theory]
    [InlineData("""{}""", 400, "body-not-valid")]
    [InlineData("""{"url":null}""", 400, "body-not-valid")]
    [InlineData("""{"url":"hooks.example"}""", 422, "url-not-valid")]
    [InlineData("""{"url":"https://10.0.0.1/"}""", 422, "url-not-public")]
    [InlineData("""{"url":"https://hooks.example:22/"}""", 422, "url-port-not-allowed")]
    [InlineData("""{"url":"https://anna@hooks.example/"}""", 422, "url-has-extras")]
    public async Task What_is_wrong_with_an_address_is_told(string body, int status, string name)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.PutAsync(Path, body).ProblemAsync(status, name, "url");
    }

    [Theory]
    [InlineData("https://anna:hemligt@hooks.example:8443/koppla?key=hemligt#hemligt", "https://hooks.example:8443/koppla")]
    [InlineData("http://hooks.example/koppla?key=hemligt", "http://hooks.example/koppla")]
    [InlineData("anna:hemligt@hooks.example", null)]
    [InlineData("//anna:hemligt@hooks.example", null)]
    [InlineData("https://anna:hemligt@", null)]
    public async Task Of_an_address_that_was_refused_the_audit_log_keeps_the_place_and_no_secret(string url, string? place)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await tenant.PutAsync(Path, $$"""{"url":"{{url}}"}""").StatusAsync());

        var listed = Assert.Single((await tenant.GetAsync("audit").JsonAsync())["items"]!.AsArray())!;
        var told = await tenant.GetAsync($"audit/{listed["id"]}").JsonAsync();

        Assert.DoesNotContain("hemligt", told.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(place, told["after"]!["url"]?.GetValue<string>());
    }

    [Fact]
    public async Task Only_administrators_of_a_known_organisation_have_webhooks()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var user = await TenantUser.CreateAsync(fixture, tenant);
        using var unknown = new ApiClient(fixture, new(Guid.NewGuid()), Guid.NewGuid(), Policies.AdministratorRole);

        Assert.Equal(HttpStatusCode.Forbidden, await user.Api.GetAsync(Path).StatusAsync());
        Assert.Equal(HttpStatusCode.Forbidden, await user.Api.PutAsync(Path, Example).StatusAsync());
        Assert.Equal(HttpStatusCode.Forbidden, await user.Api.PostAsync($"{Path}/test", "{}").StatusAsync());
        Assert.Equal(HttpStatusCode.Forbidden, await user.Api.GetAsync($"{Path}/dead-letters").StatusAsync());
        await unknown.PutAsync(Path, Example).ProblemAsync(404, "organisation-not-found");
    }

    [Fact]
    public async Task A_change_reaches_the_receiver_signed_and_each_once()
    {
        await using var receiver = await Receiver.StartAsync();
        using var tenant = await Tenant.CreateAsync(fixture);
        var secret = await RegisterAsync(tenant, receiver);
        var number = await tenant.ReservedAsync();

        await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.Outside)).JsonAsync(HttpStatusCode.Created);
        var set = await receiver.NextAsync();
        await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.Outside)).JsonAsync();
        await tenant.DeleteAsync(Tenant.Forwarding(number));
        var removed = await receiver.NextAsync();

        Assert.True(set.IsSignedWith(secret));
        Assert.True(removed.IsSignedWith(secret));
        Assert.Equal("koppla.number.forwarding-changed", set.Type);
        Assert.Equal($"number:{number.Digits}", set.Json["subject"]!.GetValue<string>());
        Assert.Equal(Numbers.Outside.E164, set.Json["data"]!["after"]!["destination"]!.GetValue<string>());
        Assert.Equal("forwarding-removed", removed.Json["data"]!["action"]!.GetValue<string>());
        Assert.Empty(receiver.Taken());
    }

    [Fact]
    public async Task Changes_of_a_users_call_handling_are_told_by_their_kinds()
    {
        await using var receiver = await Receiver.StartAsync();
        using var tenant = await Tenant.CreateAsync(fixture);
        using var user = await TenantUser.CreateAsync(fixture, tenant);
        await RegisterAsync(tenant, receiver);

        await user.Api.PutAsync("users/me/activation", """{"profile":"lunch"}""").JsonAsync(HttpStatusCode.Created);
        Assert.Equal("koppla.user.activation-changed", (await receiver.NextAsync()).Type);
        await user.Api.PutAsync("users/me/default-profile", """{"profile":"lunch"}""").JsonAsync();
        Assert.Equal("koppla.user.default-profile-changed", (await receiver.NextAsync()).Type);
        await user.Api.PutAsync("users/me/profiles/lunch", TenantUser.Profile(TenantUser.Ring, name: "Lunch")).JsonAsync();
        Assert.Equal("koppla.user.profiles-changed", (await receiver.NextAsync()).Type);
    }

    [Fact]
    public async Task A_new_secret_signs_and_the_one_before_beside_it()
    {
        await using var receiver = await Receiver.StartAsync();
        using var tenant = await Tenant.CreateAsync(fixture);
        var first = await RegisterAsync(tenant, receiver);

        var second = (await PostAsync(tenant, "secret").JsonAsync())["secret"]!.GetValue<string>();
        await PostAsync(tenant, "test").JsonAsync();

        Assert.NotEqual(first, second);
        var received = await receiver.NextAsync();
        Assert.True(received.IsSignedWith(first));
        Assert.True(received.IsSignedWith(second));
        Assert.Null((await tenant.GetAsync(Path).JsonAsync())["secret"]);
    }

    [Fact]
    public async Task Secrets_are_not_replaced_so_often_that_one_in_use_would_be_lost()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        await tenant.PutAsync(Path, Example).JsonAsync(HttpStatusCode.Created);
        for (var i = 0; i < 4; i++)
        {
            await PostAsync(tenant, "secret").JsonAsync();
        }

        await PostAsync(tenant, "secret").ProblemAsync(409, "too-many-secrets");
    }

    [Fact]
    public async Task A_test_event_tells_at_once_how_the_receiver_takes_it()
    {
        await using var receiver = await Receiver.StartAsync();
        using var tenant = await Tenant.CreateAsync(fixture);
        await PostAsync(tenant, "test").ProblemAsync(404, "webhook-not-found");
        var secret = await RegisterAsync(tenant, receiver);

        Answers.AssertJson("""{"delivered":true,"status":204}""", await PostAsync(tenant, "test").JsonAsync());
        receiver.Answer = Receiver.Status(500);
        Answers.AssertJson("""{"delivered":false,"status":500,"failure":"status-500"}""", await PostAsync(tenant, "test").JsonAsync());

        var received = await receiver.NextAsync();
        Assert.Equal("koppla.webhook.test", received.Type);
        Assert.True(received.IsSignedWith(secret));
    }

    [Fact]
    public async Task Dead_letters_are_listed_page_by_page_and_sent_again()
    {
        await using var receiver = await Receiver.StartAsync();
        using var tenant = await Tenant.CreateAsync(fixture);
        using var stranger = await Tenant.CreateAsync(fixture);
        await RegisterAsync(tenant, receiver);
        var ids = new List<string>();
        for (var minute = 0; minute < 3; minute++)
        {
            ids.Insert(0, await BuryAsync(tenant, Instant.FromUtc(2026, 11, 24, 9, minute)));
        }

        var first = await tenant.GetAsync($"{Path}/dead-letters?limit=2").JsonAsync();
        var second = await tenant.GetAsync($"{Path}/dead-letters?limit=2&continuation={first["continuation"]}").JsonAsync();
        Assert.Equal(
            ids, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => item!["id"]!.GetValue<string>()));
        Assert.Null(second["continuation"]);
        Answers.AssertJson(
            $$"""
            {
              "id": "{{ids[2]}}", "type": "koppla.number.forwarding-changed", "action": "forwarding-set",
              "object": "number:{{Numbers.Reserved.Digits}}", "at": "2026-11-24T09:00:00Z", "diedAt": "2026-11-24T09:00:00Z",
              "attempts": 11, "status": 503, "failure": "status-503"
            }
            """,
            second["items"]![0]);

        await PostAsync(stranger, $"dead-letters/{ids[0]}/redeliver").ProblemAsync(404, "dead-letter-not-found", "letter");
        await PostAsync(tenant, "dead-letters/a%23b/redeliver").ProblemAsync(404, "dead-letter-not-found", "letter");
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(tenant, $"dead-letters/{ids[0]}/redeliver").StatusAsync());
        Assert.Equal(ids[0], (await receiver.NextAsync()).Id);
        Assert.Equal(ids[1..], (await tenant.GetAsync($"{Path}/dead-letters").JsonAsync())["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
        await tenant.GetAsync($"{Path}/dead-letters?continuation=YQ").ProblemAsync(400, "parameter-not-valid", "continuation");
        await tenant.GetAsync($"{Path}/dead-letters?limit=0").ProblemAsync(400, "parameter-not-valid", "limit");
    }

    [Fact]
    public async Task Registrations_are_audited_without_secrets()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        await tenant.PutAsync(Path, Example).JsonAsync(HttpStatusCode.Created);
        await PostAsync(tenant, "secret").JsonAsync();
        await tenant.DeleteAsync(Path);

        var changes = await new AuditLog(Tables)
            .ListAsync(tenant.Id, new AuditQuery(AuditedObject.Webhook), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, changes.Count);
        Assert.All(changes, change => Assert.Equal("webhook-changed", change.Action));
        foreach (var change in changes)
        {
            var whole = await new AuditLog(Tables).FindAsync(tenant.Id, change.Id, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("whsec_", $"{whole!.Before} {whole.After}", StringComparison.Ordinal);
        }
    }

    private const string Example = """{"url":"https://hooks.example/"}""";

    private Tables Tables => new(StorageServices.CreateClient(new StorageOptions { ConnectionString = fixture.ConnectionString }));

    private static async Task<string> RegisterAsync(Tenant tenant, Receiver receiver)
    {
        var created = await tenant.PutAsync(Path, $$"""{"url":"{{receiver.Url}}"}""").JsonAsync(HttpStatusCode.Created);
        return created["secret"]!.GetValue<string>();
    }

    private static Task<HttpResponseMessage> PostAsync(Tenant tenant, string path) =>
        tenant.SendAsync(HttpMethod.Post, $"{Path}/{path}", Tenant.Json(Encoding.UTF8.GetBytes("{}")));

    private async Task<string> BuryAsync(Tenant tenant, Instant at)
    {
        var change = new Change(
            ChangeId.Of(at, new SecretSource().Next()),
            tenant.Id,
            at,
            Author.Koppla,
            "forwarding-set",
            AuditedObject.Of(Numbers.Reserved),
            """{"state":"reserved"}""",
            """{"state":"reserved"}""",
            Predecessor: null);
        await new DeadLetters(Tables, new FakeClock(at)).AddAsync(
            change, BackOff.Tries, new DeliveryResult(503, "status-503"), TestContext.Current.CancellationToken);
        return change.Id;
    }
}
