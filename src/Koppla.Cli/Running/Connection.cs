using System.CommandLine;
using Koppla.Cli.Api;

namespace Koppla.Cli.Running;

/// <summary>Which server, and who asks.</summary>
/// <param name="Token">A secret: it is not printed.</param>
internal sealed record Connection(Uri Server, string Token)
{
    /// <summary>As <c>--server</c> and <c>--token</c> say, or else the environment.</summary>
    public static (Connection? Connection, Failure? Failure) Read(ParseResult arguments, Func<string, string?> variable)
    {
        var (uri, failure) = ServerOf(arguments, variable);
        if (failure is not null)
        {
            return (null, failure);
        }

        var token = (arguments.GetValue(GlobalOptions.Token) ?? variable(GlobalOptions.TokenVariable))?.Trim();
        return token switch
        {
            null or "" => (null, Failure.Usage(
                "There is no token.", "Put one into KOPPLA_TOKEN, or give it with --token. The local run prints one of an administrator.")),
            _ when token.All(letter => letter is > ' ' and <= '~') => (new Connection(uri!, token), null),
            _ => (null, Failure.Usage("The token has characters that no token has.", "Check --token and KOPPLA_TOKEN.")),
        };
    }

    public static (Uri? Server, Failure? Failure) ServerOf(ParseResult arguments, Func<string, string?> variable)
    {
        var server = arguments.GetValue(GlobalOptions.Server) ?? NotEmpty(variable(GlobalOptions.ServerVariable)) ?? GlobalOptions.DefaultServer;
        if (!Uri.TryCreate(server, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
        {
            return (null, Failure.Usage("The server is an address such as https://koppla.example.com.", "Check --server and KOPPLA_SERVER."));
        }

        return uri is { Scheme: "http", IsLoopback: false }
            ? (null, Failure.Usage("Over http to another machine everybody could read the token.", "Use https in --server or KOPPLA_SERVER."))
            : (uri, null);
    }

    /// <summary>Without the token.</summary>
    public override string ToString() => Server.ToString();

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
