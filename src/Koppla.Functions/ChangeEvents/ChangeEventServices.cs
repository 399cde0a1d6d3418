using Koppla.Functions.Audit;
using Koppla.Functions.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.ChangeEvents;

internal static class ChangeEventServices
{
    public static IServiceCollection AddChangeEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<WebhookOptions>(configuration, WebhookOptions.Section);
        return services
            .AddSingleton<WebhookStore>()
            .AddSingleton<WebhookWriting>()
            .AddSingleton<WebhookChange>()
            .AddSingleton<WebhookClient>()
            .AddSingleton<WebhookTest>()
            .AddSingleton<EventNudges>()
            .AddSingleton<IChangePublisher, ChangePublisher>()
            .AddSingleton<OutstandingEvents>()
            .AddSingleton<DeadLetters>()
            .AddSingleton<IDeadLetterRetention>(provider => provider.GetRequiredService<DeadLetters>())
            .AddSingleton<Redelivery>()
            .AddSingleton<EventSender>()
            .AddSingleton<OrganisationTurns>()
            .AddSingleton<EventDelivery>()
            .AddSingleton<IEventDelivery>(provider => provider.GetRequiredService<EventDelivery>())
            .AddHostedService<PromptDelivery>();
    }
}
