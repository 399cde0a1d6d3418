using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

/// <summary>An incoming call that the application may take once: by answering, redirecting or rejecting it.</summary>
internal sealed class Offer(CallState call, Party to)
{
    private static readonly string Head = Base64Url("""{"alg":"none"}""");

    public CallState Call { get; } = call;

    public Party To { get; } = to;

    public bool IsOpen { get; set; } = true;

    /// <summary>Opaque to the application; looks like an unsigned JWT, as the real one does.</summary>
    public string Context { get; } = $"{Head}.{Base64Url($$"""{"cc":"{{Guid.NewGuid()}}"}""")}.";

    private static string Base64Url(string text) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.ASCII.GetBytes(text));
}
