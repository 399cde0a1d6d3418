using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.PlacedCalls;

/// <summary>What can be wrong with a request to place a call.</summary>
internal static class PlacedCallProblems
{
    public static readonly string[] Conflicts = ["organisation-suspended", "no-device", "no-number", "call-gone-since"];

    public static readonly Problem OrganisationSuspended = new(
        StatusCodes.Status409Conflict, "organisation-suspended", "The organisation is suspended, and places no calls.");

    public static readonly Problem NoDevice = new(
        StatusCodes.Status409Conflict, "no-device", "You have nothing that can ring.", "device");

    public static readonly Problem DeviceUnknown = new(
        StatusCodes.Status422UnprocessableEntity, "device-unknown", "You have no such device.", "device");

    public static readonly Problem NoNumber = new(
        StatusCodes.Status409Conflict, "no-number", "Neither you nor the organisation has a number that could be shown.");

    public static readonly Problem TargetIsSelf = new(
        StatusCodes.Status422UnprocessableEntity, "target-is-self", "You can't call yourself.", "to");

    public static readonly Problem GoneSince = new(
        StatusCodes.Status409Conflict, "call-gone-since", "The request with this Idempotency-Key was carried out, and the call is over since.");
}
