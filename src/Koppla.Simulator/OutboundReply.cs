namespace Koppla.Simulator;

/// <summary>What the application answered. Status 0: nothing, for the reason in <paramref name="Remark"/>.</summary>
internal sealed record OutboundReply(int Status, string Remark, string Body, IReadOnlyList<string> AllowedOrigins)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public override string ToString() => Status == 0 ? Remark : $"{Status}, {Remark}";
}
