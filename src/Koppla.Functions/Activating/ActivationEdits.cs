using Koppla.Functions.Api;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Koppla.Functions.Activating;

/// <summary>The changes of an activation, worked out of what is stored.</summary>
internal static class ActivationEdits
{
    public static UserEdit Extend(CallHandling handling, int minutes, Instant now)
    {
        var extended = Activations.Extend(handling, minutes, now);
        return extended.IsOk ? new UserEdit(handling with { Activation = extended.Value }) : Refused(extended.Refusal);
    }

    public static UserEdit End(CallHandling handling, Instant now) =>
        ActivationBody.Of(handling, now) is null ? ActivationProblems.Missing : new UserEdit(handling with { Activation = null });

    private static Problem Refused(Refusal refusal) => refusal.Name switch
    {
        "activation-missing" => ActivationProblems.Missing,
        "activation-has-no-end" => Problem.Of(StatusCodes.Status409Conflict, refusal),
        _ => Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal, "minutes"),
    };
}
