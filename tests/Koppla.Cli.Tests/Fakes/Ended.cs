namespace Koppla.Cli.Tests.Fakes;

internal sealed record Ended(int Code, string Out, string Error)
{
    public string All => Out + Error;
}
