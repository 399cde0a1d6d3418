using System.Text.Json;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Routing;

namespace Koppla.Functions.LiveUpdates;

/// <summary>A call as one of its users sees it now.</summary>
/// <param name="Json">The same document as in <c>GET users/me/calls</c>.</param>
internal sealed record CallView(string Id, CallVersion Version, string Json)
{
    public static CallView Of(SupervisedCall call, UserId user)
    {
        var body = OngoingCallBody.Of(call, user);
        var json = JsonSerializer.Serialize(body, EventJson.Documents.OngoingCallBody);
        return new CallView(body.Id, CallVersion.Of(json, isOver: body.EndedAt is not null), json);
    }
}
