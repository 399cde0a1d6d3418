using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Tests.Logging;

/// <summary>All that is logged, with what was thrown.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> entries = new();

    public IReadOnlyList<string> Entries => [.. entries];

    public ILogger CreateLogger(string categoryName) => new Logger(entries);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // The stack of what was thrown has lines of its own; what it says must not.
            entries.Enqueue(formatter(state, exception));
            for (var thrown = exception; thrown is not null; thrown = thrown.InnerException)
            {
                entries.Enqueue(thrown.Message.ReplaceLineEndings(" "));
            }
        }
    }
}
