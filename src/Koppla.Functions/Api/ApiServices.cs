using System.Text.Json.Serialization;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Api.RateLimits;
using Koppla.Functions.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using KestrelServerOptions = Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions;

namespace Koppla.Functions.Api;

internal static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRouting();
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemDefaults.Apply);
        services.AddExceptionHandler<StorageExceptionHandler>();
        services.Configure<ExceptionHandlerOptions>(options => options.StatusCodeSelector = StatusOf);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.RespectNullableAnnotations = true;
        });
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedAuthorization>();
        services.AddDocumentation();
        services.AddRateLimits(configuration);
        services.AddSingleton<RequestKeys>();
        services.AddSingleton<IRequestKeyRetention>(provider => provider.GetRequiredService<RequestKeys>());
        services.AddSingleton<IApiPipeline, ApiPipeline>();
        return services;
    }

    private static int StatusOf(Exception failure) =>
        failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
