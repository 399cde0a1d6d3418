using Koppla.Standins.FunctionsWorker.Admin;
using Koppla.Standins.FunctionsWorker.EventGrid;
using Koppla.Standins.FunctionsWorker.Http;
using Koppla.Standins.FunctionsWorker.Invocation;
using Koppla.Standins.FunctionsWorker.Keys;
using Koppla.Standins.FunctionsWorker.Middleware;
using Koppla.Standins.FunctionsWorker.Timers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Koppla.Standins.FunctionsWorker.Application;

internal static class HostServices
{
    public static void AddFunctionsHost(this IServiceCollection services, HostedApp app, FunctionPipeline pipeline)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddRouting();
        services.PostConfigure<KestrelServerOptions>(BodyLimits.Cap);
        services.AddSingleton(app);
        services.AddSingleton(pipeline);
        services.AddSingleton<FunctionTable>();
        services.AddSingleton<HostKeys>();
        services.AddSingleton<ShutdownDeadline>();
        services.AddSingleton<BackgroundInvoker>();
        services.AddSingleton<EventGridDelivery>();
        services.AddSingleton<HomePage>();
        services.AddSingleton<AdminEndpoints>();
        services.AddSingleton<TimerService>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerService>()); // last, so that it is the first to stop

        // Outermost, for it takes the place of all that a web application would add by itself.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, HostPipeline>());
    }
}
