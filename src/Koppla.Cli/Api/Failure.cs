namespace Koppla.Cli.Api;

/// <summary>Why a command did not do all that it was asked for.</summary>
/// <param name="Text">The first line, for people.</param>
/// <param name="Details">Further lines.</param>
internal sealed record Failure(int ExitCode, string Text, IReadOnlyList<string> Details)
{
    /// <summary>The API's status, when it answered.</summary>
    public int? Status { get; init; }

    public static Failure Usage(string text, params string[] details) => new(Running.ExitCode.Usage, text, details);

    public static Failure Refused(string text, params string[] details) => new(Running.ExitCode.Refused, text, details);

    public static Failure Unreachable(string text, params string[] details) => new(Running.ExitCode.Unreachable, text, details);

    /// <summary>The answer is not one of this API.</summary>
    public static Failure NotUnderstood(int status) => Unreachable(
        "The answer is not one of Koppla's API.", "Is --server or KOPPLA_SERVER the address of Koppla, and of the same version?") with
    {
        Status = status,
    };
}
