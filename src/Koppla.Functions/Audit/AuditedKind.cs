namespace Koppla.Functions.Audit;

/// <summary>What kind of thing a change is about.</summary>
internal enum AuditedKind
{
    Organisation,
    User,
    Number,
    Webhook,
}
