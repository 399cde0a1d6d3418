namespace Koppla.Functions.Telemetry;

/// <summary>Every name in our own telemetry. Alerts and dashboards know them: they don't change. See docs/telemetry.md.</summary>
internal static class SignalNames
{
    /// <summary>Of the meter, and of the source of spans.</summary>
    public const string Source = "Koppla";

    internal static class Metrics
    {
        public const string Calls = "koppla.calls";
        public const string DecisionDuration = "koppla.decision.duration";
        public const string CallsSwept = "koppla.calls.swept";
        public const string Callbacks = "koppla.callbacks";
        public const string DeadLetters = "koppla.events.dead_letters";
        public const string Transfers = "koppla.transfers";
        public const string ProviderCommands = "koppla.provider.commands";
    }

    internal static class Spans
    {
        public const string Delivery = "incoming call";
        public const string Decision = "decide";
        public const string CallEvents = "call events";
        public const string Step = "call step";
        public const string Placing = "place call";
        public const string Sweep = "sweep call";

        /// <summary>Before the name of the command.</summary>
        public const string Command = "command ";
    }

    /// <summary>Tags of metrics; those of spans and not of metrics begin with <c>koppla.</c>.</summary>
    internal static class Tags
    {
        public const string Outcome = "outcome";
        public const string Reason = "reason";
        public const string Rule = "rule";
        public const string Organisation = "organisation";
        public const string Data = "data";
        public const string Phase = "phase";
        public const string Type = "type";
        public const string Effect = "effect";
        public const string Mode = "mode";
        public const string Command = "command";
        public const string Status = "status";
        public const string CallId = "koppla.call.id";
    }
}
