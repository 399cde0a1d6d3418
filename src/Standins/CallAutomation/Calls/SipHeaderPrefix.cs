namespace Azure.Communication.CallAutomation;

/// <summary>What a custom SIP header begins with: <c>X-MS-Custom-</c> or <c>X-</c>.</summary>
public enum SipHeaderPrefix
{
    XmsCustom = 0,
    X = 1,
}
