using Koppla.Routing;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Koppla.Functions.Api;

/// <summary>Reads the parameters of a query into values of ours. It keeps the first thing that is wrong.</summary>
internal sealed class ParameterReading(IQueryCollection query)
{
    public Problem? Problem { get; private set; }

    public void Refuse(string name, string text) => Problem ??= Problems.Parameter(name, text);

    /// <summary>Null: the parameter is not there.</summary>
    public string? Text(string name)
    {
        var values = query[name];
        if (values.Count > 1)
        {
            Refuse(name, $"{name} is there more than once.");
        }

        return values is [{ } text, ..] ? text : null;
    }

    public T? Value<T>(string name, Func<string, Outcome<T>> parse, string rule)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var outcome = parse(text);
        if (outcome.IsOk)
        {
            return outcome.Value;
        }

        Refuse(name, rule);
        return null;
    }

    public Instant? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // The plus of an offset is a space when somebody forgets to encode it.
        if (InstantTexts.Pattern.Parse(text.Replace(' ', '+')) is { Success: true } parsed && parsed.Value.Year is > 1900 and < 3000)
        {
            return parsed.Value.ToInstant();
        }

        Refuse(name, $"{name} is a time that looks like {InstantTexts.Form}.");
        return null;
    }
}
