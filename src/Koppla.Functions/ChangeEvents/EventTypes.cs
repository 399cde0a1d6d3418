using System.Collections.Frozen;
using Koppla.Functions.Audit;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Which changes are told outside, and as what.</summary>
internal static class EventTypes
{
    public const string Test = "koppla.webhook.test";

    private const string Forwarding = "koppla.number.forwarding-changed";
    private const string CallHandling = "koppla.user.call-handling-changed";

    private static readonly FrozenDictionary<(AuditedKind Of, string Action), string> Types =
        new Dictionary<(AuditedKind, string), string>
        {
            [(AuditedKind.Number, "forwarding-set")] = Forwarding,
            [(AuditedKind.Number, "forwarding-removed")] = Forwarding,
            [(AuditedKind.Number, "number-reserved")] = "koppla.number.reserved",
            [(AuditedKind.Number, "number-assigned")] = "koppla.number.assigned",
            [(AuditedKind.Number, "number-unassigned")] = "koppla.number.unassigned",
            [(AuditedKind.Number, "number-released")] = "koppla.number.released",
            [(AuditedKind.User, "user-created")] = "koppla.user.created",
            [(AuditedKind.User, "user-removed")] = "koppla.user.removed",
            [(AuditedKind.User, "profiles-changed")] = "koppla.user.profiles-changed",
            [(AuditedKind.User, "default-profile-changed")] = "koppla.user.default-profile-changed",
            [(AuditedKind.User, "activation-changed")] = "koppla.user.activation-changed",
            [(AuditedKind.User, "schedule-changed")] = "koppla.user.schedule-changed",
            [(AuditedKind.User, "call-handling-changed")] = CallHandling,
            [(AuditedKind.User, "call-handling-restored")] = CallHandling,
        }.ToFrozenDictionary();

    /// <returns>Null: it is not told.</returns>
    public static string? Of(Change change) => Types.GetValueOrDefault((change.Object.Kind, change.Action));
}
