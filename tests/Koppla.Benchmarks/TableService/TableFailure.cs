using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.TableService;

/// <summary>Why the service does not do what it was asked for.</summary>
internal sealed class TableFailure(int status, string code) : Exception
{
    public int Status => status;

    /// <param name="prefix">Which change of a transaction it is, and a colon.</param>
    public string ToJson(string prefix = "") => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["odata.error"] = new { code, message = new { lang = "en-US", value = prefix + code } },
    });

    public static TableFailure NotFound() => new(StatusCodes.Status404NotFound, "ResourceNotFound");

    public static TableFailure Exists() => new(StatusCodes.Status409Conflict, "EntityAlreadyExists");

    public static TableFailure Changed() => new(StatusCodes.Status412PreconditionFailed, "UpdateConditionNotSatisfied");
}
