namespace Koppla.Local.Stack;

/// <summary>The ways for Event Grid into the app; a deployment chooses one.</summary>
internal enum DeliveryRoute
{
    /// <summary>The app's own webhook, with Event Grid's Entra token, in the CloudEvents schema.</summary>
    Webhook,

    /// <summary>The host's Event Grid endpoint and the trigger, with the host's system key, in the Event Grid schema.</summary>
    Trigger,
}
