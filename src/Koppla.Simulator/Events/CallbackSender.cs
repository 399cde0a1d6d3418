using System.Net.Http.Headers;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Tokens;

namespace Koppla.Simulator.Events;

/// <summary>Posts events to the application, with a new token each time and with the faults that are planned.</summary>
internal sealed class CallbackSender(Outbound outbound, TokenIssuer tokens, FaultPlan faults, BackgroundWork background, SimulatorOptions options)
{
    private readonly TimeProvider time = options.TimeProvider;

    public BackgroundWork Background => background;

    /// <summary>Completes when the next event may go.</summary>
    public async Task DeliverAsync(Callback callback, CancellationToken stopping)
    {
        var fault = faults.Callbacks.Take(callback.Name, callback.Journal.CorrelationId);
        if (fault is { Drop: true })
        {
            callback.Journal.Note(TimelineKind.Callback, $"{callback.Name} dropped");
            return;
        }

        if (fault is { HoldBack.Ticks: > 0 })
        {
            background.Run(async cancellation =>
            {
                await Task.Delay(fault.HoldBackOf(callback.Number), time, cancellation);
                await SendWithCopiesAsync(callback, fault, cancellation);
            });
            return;
        }

        if (fault is { Delay.Ticks: > 0 })
            await Task.Delay(fault.Delay, time, stopping);
        await SendWithCopiesAsync(callback, fault, stopping);
    }

    private Task SendWithCopiesAsync(Callback callback, DeliveryFault? fault, CancellationToken stopping) =>
        fault is null
            ? SendAsync(callback, stopping)
            : Copies.SendAsync(fault, time, cancellation => SendAsync(callback, cancellation), stopping);

    private async Task SendAsync(Callback callback, CancellationToken stopping)
    {
        for (var attempt = 1; ; attempt++)
        {
            var reply = await outbound.SendAsync(() => Request(callback), options.CallbackTimeout, stopping);
            callback.Journal.Note(TimelineKind.Callback, $"{callback.Name} delivered ({reply})");
            if (reply.IsSuccess || attempt >= options.CallbackAttempts)
                return;
            await Task.Delay(options.CallbackRetryDelay, time, stopping);
        }
    }

    private HttpRequestMessage Request(Callback callback)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, callback.To) { Content = new ByteArrayContent(callback.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (Token() is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private string? Token()
    {
        var draft = tokens.CallbackDraft(options.ResourceId.ToString());
        return faults.CallbackTokens switch
        {
            CallbackTokenFault.None => tokens.Forge(draft),
            CallbackTokenFault.Expired => tokens.Forge(draft with { NotBefore = draft.NotBefore.AddHours(-2), Expires = draft.Expires.AddHours(-2) }),
            CallbackTokenFault.WrongAudience => tokens.Forge(draft with { Audience = Guid.Empty.ToString() }),
            CallbackTokenFault.WrongIssuer => tokens.Forge(draft with { Issuer = "https://example.net/calling" }),
            CallbackTokenFault.UnknownKey => tokens.Forge(draft with { Signing = TokenSigning.UnknownKey }),
            _ => null,
        };
    }
}
