using System.Buffers.Text;
using System.Text;
using Koppla.Functions.Api.Documentation;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>The parameter <c>continuation</c> of lists: opaque outside, where the page before ended inside.</summary>
internal static class Continuation
{
    private const int MaxLength = 1024;

    public static readonly Problem Problem =
        Problems.Parameter("continuation", "continuation is what the page before gave, unchanged.");

    public static readonly RequestParameter Parameter = RequestParameter.Text(
        "continuation", "What the page before gave, unchanged; without it, the first page.");

    public static string Of(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    /// <returns>The key; empty on the first page; null when the parameter is not one of ours.</returns>
    public static string? Read(IQueryCollection query)
    {
        var token = query["continuation"].ToString();
        if (token.Length == 0)
        {
            return string.Empty;
        }

        return token.Length <= MaxLength && Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : null;
    }
}
