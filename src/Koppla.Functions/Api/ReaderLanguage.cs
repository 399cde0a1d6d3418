using Koppla.Functions.Api.Documentation;
using Koppla.Routing.Decisions;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>What the reader would like: Swedish when <c>Accept-Language</c> puts it first, else English.</summary>
internal static class ReaderLanguage
{
    public static readonly RequestParameter Header =
        RequestParameter.Header("Accept-Language", "The language of sentences: English, or `sv`.");

    public static Language Of(HttpRequest request)
    {
        var first = request.GetTypedHeaders().AcceptLanguage.MaxBy(language => language.Quality ?? 1);
        return first?.Value.StartsWith("sv", StringComparison.OrdinalIgnoreCase) == true ? Language.Swedish : Language.English;
    }
}
