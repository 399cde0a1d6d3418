using System.Text.Json;
using CsvHelper;
using Koppla.Functions.Api;
using Koppla.Routing;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>All numbers of an organisation, written as they are read. As CSV it can be imported.</summary>
internal sealed class NumberExport(NumberList list)
{
    private static readonly CsvWriterOptions Options = new();

    public async Task WriteCsvAsync(OrganisationId organisation, Stream body, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(body, Options, leaveOpen: true);
        csv.WriteHeader(ImportCsv.Columns);
        await foreach (var each in list.ReadAllAsync(organisation, cancellationToken))
        {
            var number = NumberBody.Of(each.Number, each.Entry);
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

    public Task WriteJsonAsync(OrganisationId organisation, Stream body, CancellationToken cancellationToken) => JsonSerializer.SerializeAsync(
        body,
        list.ReadAllAsync(organisation, cancellationToken).Select(each => NumberBody.Of(each.Number, each.Entry)),
        ApiJson.Default.IAsyncEnumerableNumberBody,
        cancellationToken);
}
