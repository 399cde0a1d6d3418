using Koppla.Functions.Api;
using Koppla.Functions.Security;
using Koppla.Functions.Users;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>Forwards all reserved numbers of a range that the organisation has.</summary>
internal sealed class RangeForwarding(NumberList list, NumberBatch batch)
{
    public async Task<(BatchBody? Body, Problem? Problem)> ApplyAsync(
        Person person, RangeForwardingRequest asked, ChangeTerms terms, CancellationToken cancellationToken)
    {
        var reading = new BodyReading();
        var from = reading.Required(asked.From, "from") is { } first ? reading.Number(first, "from") : null;
        var to = reading.Required(asked.To, "to") is { } last ? reading.Number(last, "to") : null;
        if ((reading.Problem ?? NumberRange.Check(from!, to!)) is { } problem)
        {
            return (null, problem);
        }

        var numbers = await list
            .ReadRangeAsync(person.Organisation, new NumberFilter(), from!.Digits, to!.Digits, cancellationToken)
            .Where(each => each.Number.Digits.Length == from.Digits.Length)
            .Select(each => WishFor(each, asked))
            .ToListAsync(cancellationToken);
        var plans = await batch.ApplyAsync(person, numbers, terms.DryRun, terms.By(person), cancellationToken);
        return (BatchBody.Of([.. numbers.Select((wish, i) => BatchItemBody.Of(wish.Number, plans[i], terms.Language))]), null);
    }

    private static NumberWish WishFor(ListedNumber listed, RangeForwardingRequest asked) => new(listed.Number, MayAdd: false)
    {
        Forwarding = asked.Destination is null ? null : new ForwardingRequest(asked.Destination, asked.Enabled),
        EndsForwarding = asked.Destination is null,
    };
}
