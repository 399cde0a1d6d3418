using Koppla.Functions.Api;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>Brings numbers into an organisation. The same import again finds all as it should be.</summary>
internal sealed class NumberImport(NumberBatch batch)
{
    private static readonly Problem TooMany = new(
        StatusCodes.Status422UnprocessableEntity, "too-many", $"A request has at most {NumberBatch.MaxNumbers} numbers.", "rows");

    private static readonly Problem Ambiguous = new(
        StatusCodes.Status422UnprocessableEntity, "row-ambiguous", "A number is a user's, or is forwarded, not both.", "destination");

    private static readonly Problem Repeated = new(
        StatusCodes.Status422UnprocessableEntity, "number-repeated", "An earlier row has the number too.", "number");

    public async Task<(BatchBody? Body, Problem? Problem)> ApplyAsync(
        Person person, IReadOnlyList<ImportRow?> rows, ChangeTerms terms, CancellationToken cancellationToken)
    {
        if (rows.Count > NumberBatch.MaxNumbers)
        {
            return (null, TooMany);
        }

        var read = rows.SelectMany((row, i) => Read(row, i + 1)).Take(NumberBatch.MaxNumbers + 1).ToArray();
        if (read.Length > NumberBatch.MaxNumbers)
        {
            return (null, TooMany);
        }

        read = WithoutRepeated(read);
        var wishes = read.Select(each => each.Wish).OfType<NumberWish>().ToArray();
        var plans = await batch.ApplyAsync(person, wishes, terms, cancellationToken);
        var next = 0;
        return (BatchBody.Of([.. read.Select(each => each.Wish is { } wish ? BatchItemBody.Of(wish.Number, plans[next++], terms.Language, each.Row) : each.BodyOf(terms.Language))]), null);
    }

    private static IEnumerable<ReadRow> Read(ImportRow? row, int at)
    {
        var reading = new BodyReading();
        if (reading.Required(row, "number") is null || reading.Required(row!.Number, "number") is null)
        {
            return [ReadRow.Of(at, reading.Problem!)];
        }

        var first = reading.Number(row.Number!, "number");
        var last = row.To is null ? first : reading.Number(row.To, "to");
        UserId? user = row.User is null ? null : reading.Value(UserId.Parse(row.User), "user");
        if (reading.Problem is null && NumberRange.Check(first!, last!) is { } range)
        {
            reading.Refuse(range);
        }

        if (row is { User: not null, Destination: not null })
        {
            reading.Refuse(Ambiguous);
        }

        return reading.Problem is { } problem
            ? [ReadRow.Of(at, problem, first)]
            : new NumberRange(first!, last!).Numbers().Select(each => each.Number is { } number
                ? new ReadRow(at, WishOf(number, user, row))
                : ReadRow.Of(at, each.Problem!));
    }

    private static NumberWish WishOf(PhoneNumber number, UserId? user, ImportRow row) => new(number, MayAdd: true)
    {
        User = user,
        Forwarding = row.Destination is null ? null : new ForwardingRequest(row.Destination, row.Enabled),
    };

    private static ReadRow[] WithoutRepeated(IEnumerable<ReadRow> read)
    {
        var seen = new HashSet<PhoneNumber>();
        return [.. read.Select(each => each.Wish is { } wish && !seen.Add(wish.Number) ? ReadRow.Of(each.Row, Repeated, wish.Number) : each)];
    }

    private sealed record ReadRow(int Row, NumberWish? Wish, Problem? Problem = null, PhoneNumber? Number = null)
    {
        public static ReadRow Of(int row, Problem problem, PhoneNumber? number = null) => new(row, null, problem, number);

        public BatchItemBody BodyOf(Language language) => BatchItemBody.Refused(Row, Problem!.In(language), Number);
    }
}
