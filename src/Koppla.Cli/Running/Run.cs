using System.CommandLine;
using Koppla.Cli.Api;
using Koppla.Cli.Output;

namespace Koppla.Cli.Running;

/// <summary>One command at work.</summary>
internal sealed record Run(
    ParseResult Arguments, Surroundings Surroundings, ApiClient Api, Display Display, CancellationToken Cancellation)
{
    public T Get<T>(Argument<T> argument) => Arguments.GetValue(argument)!;

    public T? Get<T>(Option<T> option) => Arguments.GetValue(option);

    public Task<(Answer? Answer, Failure? Failure)> SendAsync(ApiRequest request) => Api.SendAsync(request, Cancellation);
}
