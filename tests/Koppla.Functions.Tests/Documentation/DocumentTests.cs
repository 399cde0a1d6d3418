
using Koppla.Functions.Tests.Api;

namespace Koppla.Functions.Tests.Documentation;

/// <summary>The OpenAPI document as it is served and as it is kept with the source.</summary>
public sealed class DocumentTests(ApiFixture fixture)
{
    /// <summary>Set it to write <c>docs/openapi.json</c> instead of comparing it.</summary>
    private const string Update = "OPENAPI_UPDATE";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_in_docs_is_the_one_that_is_served()
    {
        using var client = new HttpClient { BaseAddress = fixture.Host.BaseAddress };
        var served = await client.GetStringAsync("api/openapi/v1.json", Cancellation) + "\n";
        if (Environment.GetEnvironmentVariable(Update) is not null)
        {
            await File.WriteAllTextAsync(KeptDocument.Path, served, Cancellation);
        }

        var kept = await File.ReadAllTextAsync(KeptDocument.Path, Cancellation);

        Assert.True(served == kept.ReplaceLineEndings("\n"), $"docs/openapi.json is of other endpoints. Run this test once with {Update}=1, and look at the difference.");
    }
}
