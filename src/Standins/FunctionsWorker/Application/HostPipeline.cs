using Koppla.Standins.FunctionsWorker.Admin;
using Koppla.Standins.FunctionsWorker.EventGrid;
using Koppla.Standins.FunctionsWorker.Http;
using Koppla.Standins.FunctionsWorker.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Standins.FunctionsWorker.Application;

/// <summary>
/// The whole request pipeline: routing and endpoints. It leaves out what a web application adds of itself (authentication, authorization,
/// developer pages), because the official worker has none of it around a function either.
/// </summary>
internal sealed class HostPipeline(
    IServiceProvider services, FunctionTable table, HostKeys keys, EventGridDelivery delivery, AdminEndpoints admin, HomePage home)
    : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseRouting();
        app.Use(HttpEndpoints.RefuseOtherMethods);
        app.UseEndpoints(endpoints => endpoints.DataSources.Add(new DefaultEndpointDataSource(Endpoints())));
    };

    private IEnumerable<Endpoint> Endpoints()
    {
        var webhook = new EventGridWebhook(table.EventGrid, keys, delivery);
        yield return Own(EventGridWebhook.Route, [HttpMethods.Post, HttpMethods.Options], webhook.AnswerAsync);
        yield return Own(AdminEndpoints.StatusRoute, [HttpMethods.Get], admin.AnswerStatusAsync);
        yield return Own(AdminEndpoints.RunRoute, [HttpMethods.Post], admin.RunFunctionAsync);
        yield return Own(AdminEndpoints.OtherRoute, [], admin.RefuseAsync);
        if (!table.Http.Any(route => route.Pattern.PathSegments.Count == 0))
        {
            yield return Own("/", [], home.AnswerAsync);
        }

        foreach (var route in table.Http)
        {
            var endpoint = ActivatorUtilities.CreateInstance<HttpFunctionEndpoint>(services, route);
            yield return HttpEndpoints.Create(route.Pattern, route.Methods, endpoint.InvokeAsync, route.Function.Name);
        }
    }

    private static Endpoint Own(string route, string[] methods, RequestDelegate answer) =>
        HttpEndpoints.Create(RoutePatternFactory.Parse(route), methods, answer, route);
}
