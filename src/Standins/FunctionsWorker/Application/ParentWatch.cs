using Microsoft.Extensions.Hosting;

namespace Koppla.Standins.FunctionsWorker.Application;

/// <summary>
/// Stops the host when its standard input ends, which it does when the program that started it ends, however it ends.
/// For programs that run a function app: setting <c>StandinHost:ExitWithParent</c>.
/// </summary>
internal sealed class ParentWatch(IHostApplicationLifetime lifetime) : IHostedService
{
    public const string Setting = "StandinHost:ExitWithParent";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A read of standard input cannot be cancelled, so it has a thread that nobody waits for.
        new Thread(WaitForEnd) { IsBackground = true, Name = "Parent watch" }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void WaitForEnd()
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
            // What is typed is for nobody.
        }

        lifetime.StopApplication();
    }
}
