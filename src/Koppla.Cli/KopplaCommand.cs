using System.CommandLine;
using Koppla.Cli.Audit;
using Koppla.Cli.DeadLetters;
using Koppla.Cli.Numbers;
using Koppla.Cli.Organisation;
using Koppla.Cli.Running;
using Koppla.Cli.Users;
using Koppla.Cli.Webhook;

namespace Koppla.Cli;

/// <summary>The whole command line.</summary>
internal static class KopplaCommand
{
    private const string Description = """
        Administers an organisation's numbers, users and policies over Koppla's API.

        Exit codes:
          0  all was done
          1  the API refused it, or a part of it: the message names the rule
          2  the command line or a file is not right; nothing was sent
          3  the server cannot be reached, or cannot serve now: try again
        """;

    public static RootCommand Create(Surroundings surroundings) => new(Description)
    {
        NumbersGroup.Create(surroundings),
        UsersGroup.Create(surroundings),
        OrganisationGroup.Create(surroundings),
        AuditGroup.Create(surroundings),
        WebhookGroup.Create(surroundings),
        DeadLetterGroup.Create(surroundings),
        GlobalOptions.Server,
        GlobalOptions.Token,
        GlobalOptions.Json,
    };

    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancellation) =>
        Invocation.RunAsync(Create(surroundings), arguments, surroundings, cancellation);
}
