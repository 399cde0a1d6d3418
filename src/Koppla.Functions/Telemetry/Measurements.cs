using System.Diagnostics;
using System.Diagnostics.Metrics;
using Koppla.Functions.Calls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Transfers;
using static Koppla.Functions.Telemetry.SignalNames;

namespace Koppla.Functions.Telemetry;

/// <summary>
/// What is counted and timed. Static, as meters are: who is measured need not be handed anything, and where nobody listens a
/// measurement is one comparison. Values of tags are the stable names, and never numbers or names of people.
/// </summary>
internal static class Measurements
{
    /// <summary>Organisations that are told apart by a process.</summary>
    private const int MostOrganisations = 200;

    private const string NoOrganisation = "none";

    private static readonly Meter Meter = new(Source);
    private static readonly BoundedNames Organisations = new(MostOrganisations);

    private static readonly Counter<long> Calls =
        Meter.CreateCounter<long>(Metrics.Calls, "{call}", "Calls by their recorded outcome.");

    private static readonly Histogram<double> Decisions = Seconds(
        Metrics.DecisionDuration, "From an event's arrival to the decision.", 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5);

    private static readonly Counter<long> SweptCalls =
        Meter.CreateCounter<long>(Metrics.CallsSwept, "{call}", "Calls that went on or ended without a word from the provider.");

    private static readonly Counter<long> Callbacks =
        Meter.CreateCounter<long>(Metrics.Callbacks, "{event}", "Events of supervised calls.");

    private static readonly Counter<long> DeadLetters =
        Meter.CreateCounter<long>(Metrics.DeadLetters, "{event}", "Change events that were given up.");

    private static readonly Counter<long> Transfers =
        Meter.CreateCounter<long>(Metrics.Transfers, "{transfer}", "Transfers that are over.");

    private static readonly Histogram<double> Commands = Seconds(
        Metrics.ProviderCommands, "Commands to the provider, with all their tries.", 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10);

    /// <summary>Whether anybody listens to the times of commands: else none is taken.</summary>
    public static bool TimesCommands => Commands.Enabled;

    public static void Recorded(CallRecord record)
    {
        if (Calls.Enabled)
        {
            Calls.Add(1, new TagList
            {
                { Tags.Outcome, Names.Kebab(record.Outcome) },
                { Tags.Reason, record.Reason },
                { Tags.Rule, Names.Kebab(RuleKinds.Of(record.Trace)) },
                { Tags.Organisation, record.Organisation is { } organisation ? Organisations.Of(organisation.ToString()) : NoOrganisation },
            });
        }
    }

    /// <param name="hadData">False: what decides could not be read in time.</param>
    public static void Decided(TimeSpan duration, bool hadData) =>
        Decisions.Record(duration.TotalSeconds, Tag(Tags.Data, hadData ? "read" : "unavailable"));

    public static void Swept(Phase phase, SweepEffect effect) =>
        SweptCalls.Add(1, Tag(Tags.Phase, Names.Kebab(phase)), Tag(Tags.Effect, Names.Kebab(effect)));

    public static void Called(CallEvent happened, CallbackEffect effect)
    {
        if (Callbacks.Enabled)
        {
            Callbacks.Add(1, Tag(Tags.Type, CallEventNames.Of(happened)), Tag(Tags.Effect, Names.Kebab(effect)));
        }
    }

    /// <param name="reason">Why it was given up: stable.</param>
    public static void GivenUp(string reason) => DeadLetters.Add(1, Tag(Tags.Reason, reason));

    public static void Ended(Transfer transfer) =>
        Transfers.Add(1, Tag(Tags.Outcome, Names.Kebab(transfer.State)), Tag(Tags.Mode, Names.Kebab(transfer.Mode)));

    public static void Commanded(string command, CommandStatus status, TimeSpan duration) =>
        Commands.Record(duration.TotalSeconds, Tag(Tags.Command, command), Tag(Tags.Status, Names.Kebab(status)));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static Histogram<double> Seconds(string name, string description, params double[] bounds) =>
        Meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });
}
