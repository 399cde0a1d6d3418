using Koppla.Functions.Telephony;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Where the provider tells of a call: a path of its own that nobody can guess.</summary>
internal static class CallbackAddress
{
    public static Uri AddressOf(this CallbackOptions callbacks, CallFacts call) =>
        callbacks.AddressOf($"api/{CallEventsWebhook.Path}/{call.Id}/{call.Secret}");
}
