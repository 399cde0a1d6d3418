using System.CommandLine;
using System.Diagnostics;
using Koppla.Benchmarks.Calls.Report;
using Koppla.Functions;
using Koppla.Functions.Security;
using Koppla.Simulator;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Benchmarks.Administration;

/// <summary><c>tokens</c>: how many tokens of people the app validates in a second on one thread, beside the bare signature.</summary>
internal static class TokensCommand
{
    private const string Audience = "api://koppla";
    private static readonly Option<int> Seconds = CommandOptions.Seconds();

    public static Command Create()
    {
        var command = new Command("tokens", "Tokens validated a second, as the API validates them.") { Seconds };
        command.SetAction((arguments, cancellation) => RunAsync(TimeSpan.FromSeconds(arguments.GetValue(Seconds)), cancellation));
        return command;
    }

    private static async Task RunAsync(TimeSpan length, CancellationToken cancellation)
    {
        await using var issuer = await SimulatorServer.StartAsync(new SimulatorOptions(), cancellation);
        var metadata = new Uri(issuer.BaseAddress, "/organizations/v2.0/.well-known/openid-configuration").AbsoluteUri;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Api:Issuer"] = issuer.Tokens.EntraIssuer("{tenantid}"), ["Api:MetadataAddress"] = metadata, ["Api:Audience"] = Audience,
        }).Build();
        await using var services = new ServiceCollection().AddLogging().AddTime().AddTokenValidation(configuration).BuildServiceProvider();
        var jwt = services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(Schemes.Api);
        var keys = await jwt.ConfigurationManager!.GetConfigurationAsync(cancellation);
        var checks = jwt.TokenValidationParameters.Clone();
        checks.ConfigurationManager = null;
        checks.IssuerSigningKeys = keys.SigningKeys;
        var token = issuer.Tokens.PersonToken(Guid.NewGuid(), Guid.NewGuid(), "Somebody", ["Koppla.Admin"], Audience);
        var handler = jwt.TokenHandlers.Single();
        var whole = await CountAsync(length, async () => (await handler.ValidateTokenAsync(token, checks)).IsValid);
        var provider = keys.SigningKeys.First().CryptoProviderFactory.CreateForVerifying(keys.SigningKeys.First(), SecurityAlgorithms.RsaSha256);
        var (signed, signature) = (System.Text.Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]), Base64UrlEncoder.DecodeBytes(token[(token.LastIndexOf('.') + 1)..]));
        var bare = await CountAsync(length, () => Task.FromResult(provider.Verify(signed, signature)));
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| what | a second | ratio |");
        Console.WriteLine("|---|--:|--:|");
        Console.WriteLine($"| the signature (RS256) | {bare:F0} | 1.00 |");
        Console.WriteLine($"| the whole token | {whole:F0} | {whole / bare:F2} |");
    }

    private static async Task<double> CountAsync(TimeSpan length, Func<Task<bool>> validate)
    {
        for (var warmUp = 0; warmUp < 500; warmUp++)
        {
            await validate();
        }

        var started = Stopwatch.GetTimestamp();
        var count = 0;
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            if (!await validate())
            {
                throw new InvalidOperationException("The token is not valid.");
            }

            count++;
        }

        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
