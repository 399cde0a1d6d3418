using System.Net.Http.Json;
using System.Text.Json;
using Koppla.Local.Stack;

namespace Koppla.Benchmarks.Transfers;

/// <summary>The app: a transfer is asked for, the colleague answers, the transfer is completed, the caller hangs up.</summary>
internal sealed class AppContender(LocalStack stack) : ITransferContender
{
    public string Name => "app";

    public async Task<TransferTimes> TransferAsync(Trio trio, CancellationToken cancellation)
    {
        var call = await trio.TalkAsync(cancellation);
        var asked = TimeProvider.System.GetUtcNow();
        using var begun = await trio.Api.PostAsJsonAsync(
            "users/me/transfers", new { to = new { user = trio.Target.Id.Value }, mode = "announced" }, cancellation);
        begun.EnsureSuccessStatusCode();
        await call.WaitForAsync(TransferTimes.AreComplete, cancellation);
        var times = TransferTimes.Of(call, asked);

        await call.WaitForAsync(now => Trio.IsTold(now, "AddParticipantSucceeded", times: 2), cancellation);
        var place = new Uri(stack.App.BaseAddress, begun.Headers.Location!);
        using var completed = await trio.Api.PostAsync(new Uri($"{place}/complete"), content: null, cancellation);
        var state = await completed.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellation);
        if (state.GetProperty("state").GetString() != "completed")
        {
            throw new InvalidOperationException($"The transfer is not completed: {state}");
        }

        await call.HangUpAsync();
        await call.WaitForAsync(now => Trio.IsTold(now, "CallDisconnected", times: 1), cancellation);
        return times;
    }
}
