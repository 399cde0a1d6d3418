using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Routing.Callers;

namespace Koppla.Functions.Callers;

/// <summary>Reads a user's exceptions out of a body.</summary>
internal static class ExceptionReading
{
    private const int MaxExceptions = 200;
    private const int MaxNote = 100;

    public static (ImmutableArray<CallerException> Exceptions, Problem? Problem) Read(ExceptionListBody body)
    {
        var reading = new BodyReading();
        var items = reading.Required(body.Items, "items") ?? [];
        var exceptions = reading.Items(items, MaxExceptions, "items", (exception, field) => ReadOne(reading, exception, field));
        return (exceptions, reading.Problem);
    }

    private static CallerException ReadOne(BodyReading reading, ExceptionBody body, string field)
    {
        var group = reading.Word<CallerGroup>(body.Group, $"{field}.group");
        switch (body.Number)
        {
            case null when group == CallerGroup.Number:
                reading.Refuse("exception-number-missing", "Say which number the exception is for.", $"{field}.number");
                break;
            case not null when group != CallerGroup.Number:
                reading.Refuse("exception-number-not-expected", "Only the group 'number' has a number.", $"{field}.number");
                break;
        }

        return new CallerException(
            group,
            body.Number is { } number ? reading.Number(number, $"{field}.number") : null,
            reading.Word<CallerTreatment>(body.Treatment, $"{field}.treatment"),
            reading.OptionalText(body.Note, MaxNote, $"{field}.note"));
    }
}
