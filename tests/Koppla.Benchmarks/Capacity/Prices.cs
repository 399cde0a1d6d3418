using System.Text.Json;

namespace Koppla.Benchmarks.Capacity;

/// <summary>List prices, which differ by region and day: <c>docs/prices.json</c> has some to begin with.</summary>
/// <param name="GigabyteSecond">Of an instance at work, on demand.</param>
/// <param name="LogGigabyte">Taken in by Log Analytics.</param>
/// <param name="CallMinute">Of the provider for a call that the app has answered; telephone minutes are the customer's own.</param>
internal sealed record Prices(
    string Currency,
    double MillionExecutions,
    double GigabyteSecond,
    double TenThousandTableRequests,
    double MillionEvents,
    double LogGigabyte,
    double CallMinute)
{
    public static async Task<Prices> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        await using var json = file.OpenRead();
        return (await JsonSerializer.DeserializeAsync<Prices>(json, JsonSerializerOptions.Web, cancellation))!;
    }
}
