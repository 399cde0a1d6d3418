using Koppla.Functions.Settings;
using Koppla.Functions.SupervisedCalls;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.IncomingCalls;

internal static class IncomingCallServices
{
    public static void UseRetryLater(this FunctionsApplicationBuilder builder) =>
        builder.UseWhen<RetryLaterMiddleware>(context =>
            context.FunctionDefinition.Name is IncomingCallWebhook.Name or CallEventsWebhook.Name);

    public static IServiceCollection AddIncomingCalls(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<FallbackOptions>, FallbackOptionsValidation>();
        services.AddSettings<FallbackOptions>(configuration, FallbackOptions.Section);
        return services
            .AddSingleton<FallbackRoutes>()
            .AddSingleton<KnownLines>()
            .AddSingleton<RoutingDataReader>()
            .AddSingleton<CallRouter>()
            .AddSingleton<PlanExecution>()
            .AddSingleton<IIncomingCalls, IncomingCallHandler>()
            .AddHostedService<WarmUp>();
    }
}
