using Koppla.Functions.Activating;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Audit;
using Koppla.Functions.Bulk;
using Koppla.Functions.Callers;
using Koppla.Functions.Calls;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Destinations;
using Koppla.Functions.Health;
using Koppla.Functions.Insight;
using Koppla.Functions.LiveUpdates;
using Koppla.Functions.Numbers;
using Koppla.Functions.Numbers.Batches;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Organisations;
using Koppla.Functions.PlacedCalls;
using Koppla.Functions.Profiles;
using Koppla.Functions.Scheduling;
using Koppla.Functions.Sounds;
using Koppla.Functions.Transfers;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Api;

/// <summary>
/// Built once. Routing, authentication, authorization and problem details come from ASP.NET Core, and the endpoints
/// can be called without a Functions host.
/// </summary>
internal sealed class ApiPipeline : IApiPipeline
{
    private readonly RequestDelegate pipeline;

    public ApiPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UsePathBase("/api");
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseEndpoints(MapEndpoints);
        pipeline = app.Build();
    }

    public async Task InvokeAsync(HttpContext context)
    {
        // The host has routed this request already; its endpoint would keep the inner routing from looking.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.LimitBody(BodySize.Default);
        await pipeline(context);
    }

    private static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        endpoints.MapSounds();
        endpoints.MapDocumentation();
        var api = endpoints.MapGroup("/v1")
            .WithGroupName(ApiDocument.Version)
            .AddEndpointFilter<RequestFilter>()
            .AddEndpointFilter<RefusalFilter>();
        api.MapNumbers();
        api.MapReservations();
        api.MapAssignments();
        api.MapForwarding();
        api.MapNumberBatches();
        api.MapCalls();
        api.MapOngoingCalls();
        api.MapLiveUpdates();
        api.MapPlacedCalls();
        api.MapTransfers();
        api.MapOrganisation();
        api.MapTransferPolicies();
        api.MapDestinationPolicy();
        api.MapForwardHealth();
        api.MapWebhook();
        api.MapDeadLetters();
        api.MapColleagues();
        api.MapUsers();
        api.MapStatus();
        api.MapProfiles();
        api.MapActivation();
        api.MapDefaultProfile();
        api.MapSchedule();
        api.MapExceptions();
        api.MapBulk();
        api.MapAudit();
        api.MapRestore();
        api.MapExplain();
        api.MapWeek();
    }
}
