using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Koppla.Benchmarks.TableService;

/// <summary>An entity group transaction as it is sent: requests inside a part of a multipart body.</summary>
internal static class ChangeSet
{
    private const string Boundary = "changesetresponse";

    public static string ContentType => "multipart/mixed; boundary=batchresponse";

    public static async Task<IReadOnlyList<TableChange>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var changes = new List<TableChange>();
        var batch = new MultipartReader(BoundaryOf(request.ContentType!), request.Body);
        var set = (await batch.ReadNextSectionAsync(cancellation))!;
        var parts = new MultipartReader(BoundaryOf(set.ContentType!), set.Body);
        while (await parts.ReadNextSectionAsync(cancellation) is { } part)
        {
            using var reader = new StreamReader(part.Body, Encoding.UTF8);
            changes.Add(ChangeOf(await reader.ReadToEndAsync(cancellation)));
        }

        return changes;
    }

    public static byte[] Done(IEnumerable<string?> versions)
    {
        var parts = versions.Select(version => "HTTP/1.1 204 No Content\r\n" + (version is null ? "" : $"ETag: {version}\r\n") + "\r\n");
        return Answer(parts);
    }

    public static byte[] Refused(TableFailure failure) => Answer(
    [
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {failure.Status} Refused\r\nContent-Type: application/json\r\n\r\n")
            + failure.ToJson("0:") + "\r\n",
    ]);

    private static byte[] Answer(IEnumerable<string> parts) => Encoding.UTF8.GetBytes(
        $"--batchresponse\r\nContent-Type: multipart/mixed; boundary={Boundary}\r\n\r\n"
        + string.Concat(parts.Select(part =>
            $"--{Boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{part}\r\n"))
        + $"--{Boundary}--\r\n--batchresponse--\r\n");

    private static TableChange ChangeOf(string request)
    {
        var head = request[..request.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        var lines = head.Split("\r\n");
        var first = lines[0].Split(' ');
        var address = new Uri(first[1]);
        var resource = Uri.UnescapeDataString(address.Segments[^1]);
        var ifMatch = lines.FirstOrDefault(line => line.StartsWith("If-Match:", StringComparison.OrdinalIgnoreCase))?["If-Match:".Length..].Trim();
        return TableChange.Of(first[0], resource, ifMatch, Encoding.UTF8.GetBytes(request[(head.Length + 4)..]));
    }

    private static string BoundaryOf(string contentType) =>
        HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).ToString();
}
