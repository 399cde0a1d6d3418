using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Koppla.Cli.Numbers.Import;

namespace Koppla.Cli.Tests.Numbers.Import;

/// <summary>Batches keep to what the API takes, and lose nothing.</summary>
public sealed class ImportBatchTests
{
    private const long Start = 46846500000;

    private static readonly Gen<ImportRow> Row = Gen.Select(
        Gen.Int[0, 5000], Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 4000])), Gen.Frequency((9, Gen.Const(0)), (1, Gen.Int[0, 60_000])),
        (first, more, padding) =>
        {
            var members = new JsonObject { ["number"] = $"+{Start + first}", ["destination"] = new string('0', padding) };
            if (more > 0)
            {
                members["to"] = $"+{Start + first + more}";
            }

            return new ImportRow(first, members);
        });

    [Fact]
    public void Every_number_is_in_one_request_that_is_small_enough() =>
        Row.List[0, 30].Sample(rows =>
        {
            ImportBatch[] batches = [.. ImportBatch.Of(rows)];
            Assert.All(batches, batch =>
            {
                Assert.InRange(batch.Rows.Sum(row => Numbers(row).Count()), 1, 1000);
                Assert.InRange(Encoding.UTF8.GetByteCount(batch.Body), 1, 256_000);
            });
            Assert.True(RowsAndNumbers(rows).SequenceEqual(RowsAndNumbers(batches.SelectMany(batch => batch.Rows))));
        }, iter: 200);

    [Fact]
    public void A_request_holds_as_much_as_it_may()
    {
        var rows = Enumerable.Range(0, 2000).Select(i => new ImportRow(i, new JsonObject { ["number"] = $"+{Start + i}" }));
        Assert.Equal([1000, 1000], ImportBatch.Of(rows).Select(batch => batch.Rows.Count));
    }

    [Theory]
    [InlineData("+46846500000", "+46846502499", 3)]
    [InlineData("08-465 000 00", "08-465 024 99", 3)]
    [InlineData("08-465 000 00", "+46846500999", 1)]
    public void A_range_is_sent_in_pieces(string number, string to, int pieces)
    {
        var batches = ImportBatch.Of([Range(number, to)]).ToList();
        Assert.Equal(pieces, batches.Count);
        Assert.All(batches, batch => Assert.Equal(2, batch.Rows.Single().FileRow));
    }

    [Theory]
    [InlineData("+46846500010", "+46846500000")]
    [InlineData("+46846500000", "nonsense")]
    [InlineData("+46840000000", "+46849999999")]
    public void A_range_that_the_api_will_refuse_is_sent_as_it_is(string number, string to)
    {
        var row = Range(number, to);
        Assert.Same(row, ImportBatch.Of([row]).Single().Rows.Single());
    }

    private static ImportRow Range(string number, string to) => new(2, new JsonObject { ["number"] = number, ["to"] = to });

    private static IEnumerable<(int Row, long Number)> RowsAndNumbers(IEnumerable<ImportRow> rows) =>
        rows.SelectMany(row => Numbers(row).Select(number => (row.FileRow, number)));

    private static IEnumerable<long> Numbers(ImportRow row)
    {
        var first = Digits(row, "number");
        var last = row.Members.ContainsKey("to") ? Digits(row, "to") : first;
        for (var number = first; number <= last; number++)
        {
            yield return number;
        }
    }

    private static long Digits(ImportRow row, string member) => long.Parse(((string)row.Members[member]!)[1..], null);
}
