using Koppla.Standins.FunctionsWorker.Application;
using Koppla.Standins.FunctionsWorker.Functions;
using Koppla.Standins.FunctionsWorker.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Collects what the app is made of. The host that it builds is worker and Functions host in one.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder web;
    private readonly FunctionPipeline pipeline = new();
    private readonly string? directory;
    private bool hasBuilt;

    /// <param name="args">The command line.</param>
    /// <param name="directory">Where host.json and local.settings.json lie, if not where an app has them.</param>
    internal FunctionsApplicationBuilder(string[] args, string? directory = null)
    {
        this.directory = directory;
        var local = LocalSettings.Read(directory);
        web = WebApplication.CreateSlimBuilder(HostEnvironment.Apply(args, local));
        HostSettings.AddDefaults(web.Configuration, local);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    public ConfigurationManager Configuration => web.Configuration;

    public IHostEnvironment Environment => web.Environment;

    public ILoggingBuilder Logging => web.Logging;

    public IMetricsBuilder Metrics => web.Metrics;

    public IServiceCollection Services => web.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>True once the app has asked for HTTP functions.</summary>
    internal bool HasHttp { get; set; }

    /// <summary>Where functions are looked for, if not in the app's own assembly.</summary>
    internal IReadOnlyList<Type>? FunctionTypes { get; set; }

    /// <exception cref="InvalidOperationException">The app has been built before.</exception>
    public IHost Build()
    {
        if (hasBuilt)
        {
            throw new InvalidOperationException("The application has already been built.");
        }

        hasBuilt = true;
        HostSettings.AddDefaultUrl(Configuration);
        var catalog = FunctionCatalog.Discover(FunctionTypes ?? FunctionsAssembly.Types(Configuration));
        if (Configuration.GetValue<bool>(ParentWatch.Setting))
        {
            Services.AddHostedService<ParentWatch>();
        }

        Services.AddFunctionsHost(new(catalog, HasHttp, HostSettings.RoutePrefix(directory)), pipeline);
        return new FunctionsHost(web.Build());
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        pipeline.Add(middleware);
        return this;
    }
}
