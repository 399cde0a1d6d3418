using System.Text.Json;
using CsvHelper;
using Koppla.Functions.Api;
using Koppla.Routing;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>All numbers of an organisation, written as they are read. As CSV it can be imported.</summary>
internal sealed class NumberExport(NumberList list)
{
    private static readonly CsvWriterOptions Options = new();

    /// <summary>The first page is read before the answer begins: then storage that is away can still be told.</summary>
    public async Task<IAsyncEnumerable<NumberBody>> OpenAsync(OrganisationId organisation, CancellationToken cancellationToken)
    {
        var pages = list.ReadAllAsync(organisation, cancellationToken)
            .Select(each => NumberBody.Of(each.Number, each.Entry))
            .GetAsyncEnumerator(cancellationToken);
        return await pages.MoveNextAsync() ? RestOf(pages) : AsyncEnumerable.Empty<NumberBody>();
    }

    public static async Task WriteCsvAsync(IAsyncEnumerable<NumberBody> numbers, Stream body, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(body, Options, leaveOpen: true);
        csv.WriteHeader(ImportCsv.Columns);
        await foreach (var number in numbers.WithCancellation(cancellationToken))
        {
            string[] fields =
            [
                number.Number,
                string.Empty,
                number.User?.ToString("D") ?? string.Empty,
                number.Forwarding?.Destination ?? string.Empty,
                number.Forwarding is { Enabled: false } ? "false" : string.Empty,
            ];
            await csv.WriteRecordAsync(fields, cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    public static Task WriteJsonAsync(IAsyncEnumerable<NumberBody> numbers, Stream body, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(body, numbers, ApiJson.Default.IAsyncEnumerableNumberBody, cancellationToken);

    private static async IAsyncEnumerable<NumberBody> RestOf(IAsyncEnumerator<NumberBody> begun)
    {
        await using (begun)
        {
            do
            {
                yield return begun.Current;
            }
            while (await begun.MoveNextAsync());
        }
    }
}
