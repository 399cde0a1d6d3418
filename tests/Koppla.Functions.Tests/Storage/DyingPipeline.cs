using Azure.Core;
using Azure.Core.Pipeline;

namespace Koppla.Functions.Tests.Storage;

/// <summary>The requests of a process that dies at one of them: it is not sent, or its answer never comes. None is sent after it.</summary>
/// <param name="at">Which request, from 0.</param>
/// <param name="isSent">The storage carries it out, and only the answer is lost.</param>
internal sealed class DyingPipeline(int at, bool isSent) : HttpPipelinePolicy
{
    private int requests;

    /// <summary>Whether there were that many requests.</summary>
    public bool HasDied => Volatile.Read(ref requests) > at;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var request = Interlocked.Increment(ref requests) - 1;
        if (request < at || (request == at && isSent))
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (request >= at)
        {
            throw new ProcessGoneException();
        }
    }
}
