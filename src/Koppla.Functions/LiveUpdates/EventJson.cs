using System.Text.Encodings.Web;
using System.Text.Json;
using Koppla.Functions.Api;

namespace Koppla.Functions.LiveUpdates;

/// <summary>The API's documents within events, written as in its answers, a plus sign as a plus sign.</summary>
internal static class EventJson
{
    public static readonly ApiJson Documents =
        new(new JsonSerializerOptions(ApiJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
