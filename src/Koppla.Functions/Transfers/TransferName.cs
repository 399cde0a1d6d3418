namespace Koppla.Functions.Transfers;

/// <summary>A transfer as its <c>Idempotency-Key</c> remembers it: with its call, for a request need not say of which call it is.</summary>
internal sealed record TransferName(string Call, string Transfer)
{
    private const char Separator = '/';

    public override string ToString() => $"{Call}{Separator}{Transfer}";

    /// <summary>Null: it names no transfer.</summary>
    public static TransferName? Parse(string text) =>
        text.Split(Separator) is [var call, var transfer] && Calls.CallRecord.IsId(call) ? new TransferName(call, transfer) : null;
}
