using System.Text.Encodings.Web;
using System.Text.Json;

namespace Koppla.Cli.Api;

/// <summary><see cref="ApiJson"/> for writing: no letter is escaped that JSON lets be, so that +46 stays what it is.</summary>
internal static class Written
{
    public static ApiJson Json { get; } = new(new JsonSerializerOptions(ApiJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
