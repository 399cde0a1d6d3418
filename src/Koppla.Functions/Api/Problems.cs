using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>The problems that more than one area of the API answers with.</summary>
internal static class Problems
{
    public static readonly Problem StorageUnavailable = new(
        StatusCodes.Status503ServiceUnavailable,
        "storage-unavailable",
        "Storage does not answer. Nothing is lost; try again shortly.");

    public static readonly Problem VersionChanged = new(
        StatusCodes.Status412PreconditionFailed,
        "version-changed",
        "It has changed since the version that the request names. Read it again and decide anew.");

    public static readonly Problem Contended = new(
        StatusCodes.Status409Conflict,
        "changed-meanwhile",
        "Others change it at this very moment. Try again.");

    public static readonly Problem BodyNotJson = new(
        StatusCodes.Status415UnsupportedMediaType, "body-not-json", "Send the body as application/json.");

    public static readonly Problem BodyTooSlow = new(
        StatusCodes.Status408RequestTimeout, "body-too-slow", "The body did not come in time.");

    public static readonly Problem TooManyRequests = new(
        StatusCodes.Status429TooManyRequests, "too-many-requests", "That was too much in a minute. Wait, and try again.");

    public static Problem Parameter(string name, string text) =>
        new(StatusCodes.Status400BadRequest, "parameter-not-valid", text, name);

    public static Problem Body(string text, string? field = null) =>
        new(StatusCodes.Status400BadRequest, "body-not-valid", text, field);

    public static Problem Missing(string field) => Body("This member is missing.", field);
}
