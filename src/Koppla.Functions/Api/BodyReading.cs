using System.Collections.Immutable;
using Koppla.Routing;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Koppla.Functions.Api;

/// <summary>
/// Reads the members of a body into values of ours. It keeps the first thing that is wrong; what it gives for that member
/// and reads after it does not matter.
/// </summary>
internal sealed class BodyReading
{
    public Problem? Problem { get; private set; }

    public void Refuse(Problem problem) => Problem ??= problem;

    public void Refuse(string name, string text, string field) =>
        Refuse(new Problem(StatusCodes.Status422UnprocessableEntity, name, text, field));

    /// <summary>A member that has no default.</summary>
    public T? Required<T>(T? value, string field)
        where T : class
    {
        if (value is null)
        {
            Refuse(Problems.Missing(field));
        }

        return value;
    }

    public T? Value<T>(Outcome<T> outcome, string field)
        where T : notnull
    {
        if (outcome.IsOk)
        {
            return outcome.Value;
        }

        Refuse(outcome.Refusal.Name, outcome.Refusal.Text, field);
        return default;
    }

    public PhoneNumber? Number(string text, string field) => Value(PhoneNumber.Parse(text), field);

    /// <summary>One of the words for the values of an enumeration.</summary>
    public T Word<T>(string? word, string field)
        where T : struct, Enum
    {
        if (Required(word, field) is not { } present)
        {
            return default;
        }

        if (Names.Parse<T>(present) is { } value)
        {
            return value;
        }

        Refuse("word-unknown", $"This is one of {string.Join(", ", Names.All<T>())}.", field);
        return default;
    }

    public int Whole(int value, int least, int most, string field)
    {
        if (value < least || value > most)
        {
            Refuse("value-out-of-range", $"This is a whole number from {least} to {most}.", field);
        }

        return value;
    }

    /// <summary>A text for people, on one line.</summary>
    public string Text(string? text, int most, string field)
    {
        if (Required(text, field) is not { } present)
        {
            return string.Empty;
        }

        if (string.IsNullOrWhiteSpace(present) || present.Length > most || present.Any(char.IsControl))
        {
            Refuse("text-not-valid", $"This is a text of 1 to {most} characters on one line.", field);
        }

        return present;
    }

    public string? OptionalText(string? text, int most, string field) => text is null ? null : Text(text, most, field);

    /// <param name="form">What it looks like, for people.</param>
    public T Time<T>(IPattern<T> pattern, string? text, string form, string field)
        where T : struct
    {
        if (Required(text, field) is not { } present)
        {
            return default;
        }

        if (pattern.Parse(present) is { Success: true } parsed)
        {
            return parsed.Value;
        }

        Refuse("time-not-valid", $"This is a time that looks like {form}.", field);
        return default;
    }

    /// <summary>Each item of a list, read with its own name: <c>weekly[2]</c>.</summary>
    public ImmutableArray<T> Items<TBody, T>(IReadOnlyList<TBody?> bodies, int most, string field, Func<TBody, string, T> read)
        where TBody : class
    {
        if (bodies.Count > most)
        {
            Refuse("too-many", $"There can be at most {most} of these.", field);
            return [];
        }

        var items = ImmutableArray.CreateBuilder<T>(bodies.Count);
        for (var i = 0; i < bodies.Count; i++)
        {
            var name = $"{field}[{i}]";
            if (bodies[i] is { } body)
            {
                items.Add(read(body, name));
            }
            else
            {
                Refuse(Problems.Body("Null is no item of this list.", name));
            }
        }

        return items.ToImmutable();
    }
}
