using Azure.Messaging;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Koppla.Standins.FunctionsWorker.Functions;

/// <summary>A kind of trigger, and the parameter types it can fill.</summary>
internal sealed record TriggerKind(Type Attribute, string Name, Type[] ValueTypes)
{
    private static readonly TriggerKind[] all =
    [
        new(typeof(HttpTriggerAttribute), "httpTrigger", [typeof(HttpRequest)]),
        new(typeof(EventGridTriggerAttribute), "eventGridTrigger", [typeof(string), typeof(BinaryData), typeof(CloudEvent)]),
        new(typeof(TimerTriggerAttribute), "timerTrigger", [typeof(TimerInfo)]),
    ];

    public static TriggerKind? Of(TriggerBindingAttribute trigger) => Array.Find(all, kind => kind.Attribute == trigger.GetType());
}
