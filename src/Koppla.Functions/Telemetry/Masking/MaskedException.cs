namespace Koppla.Functions.Telemetry.Masking;

/// <summary>Stands for an exception whose texts hold what no signal may hold. Others stay what they are.</summary>
internal sealed class MaskedException : Exception
{
    private readonly string whole;
    private readonly string? stack;

    private MaskedException(Exception failure, string whole)
        : base($"{failure.GetType().FullName}: {SensitiveText.Masked(failure.Message)}")
    {
        this.whole = whole;
        stack = failure.StackTrace is { } trace ? SensitiveText.Masked(trace) : null;
    }

    public override string? StackTrace => stack;

    public static Exception Of(Exception failure)
    {
        var text = failure.ToString();
        var masked = SensitiveText.Masked(text);
        return masked == text ? failure : new MaskedException(failure, masked);
    }

    public override string ToString() => whole;
}
