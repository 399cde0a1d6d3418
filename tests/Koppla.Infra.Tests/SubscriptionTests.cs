using System.Text.Json.Nodes;
using Koppla.Functions.IncomingCalls;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Infra.Tests;

/// <summary>The subscription to incoming calls.</summary>
public sealed class SubscriptionTests(Compiled compiled)
{
    [Fact]
    public void Only_incoming_calls_to_numbers_that_the_app_serves_are_subscribed_to() => Assert.All(compiled.Subscriptions, each =>
    {
        var filter = Subscription(each)["filter"]!;
        Assert.Equal("""["Microsoft.Communication.IncomingCall"]""", filter["includedEventTypes"]!.ToJsonString());
        var numbers = Assert.Single(filter["advancedFilters"]!.AsArray())!;
        Assert.Equal("StringBeginsWith", (string)numbers["operatorType"]!);
        Assert.Equal("data.to.phoneNumber.value", (string)numbers["key"]!);
        Assert.Equal(["+468465004", "+467017406"], numbers["values"]!.AsArray().Select(number => (string)number!));
    });

    [Fact]
    public void A_call_that_rings_for_half_a_minute_is_told_of_twice_within_a_minute() => Assert.All(
        compiled.Subscriptions,
        each =>
        {
            var retries = Subscription(each)["retryPolicy"]!;
            Assert.Equal(2, (int)retries["maxDeliveryAttempts"]!);
            Assert.Equal(1, (int)retries["eventTimeToLiveInMinutes"]!);
        });

    [Fact]
    public void A_call_that_could_not_be_told_of_is_kept_by_the_identity_of_the_topic() => Assert.All(compiled.Subscriptions, each =>
    {
        var deadLetters = Subscription(each)["deadLetterWithResourceIdentity"]!;
        Assert.Equal("SystemAssigned", (string)deadLetters["identity"]!["type"]!);
        Assert.Equal("StorageBlob", (string)deadLetters["deadLetterDestination"]!["endpointType"]!);
        var place = deadLetters["deadLetterDestination"]!["properties"]!;
        Assert.Equal("dead-letters", (string)place["blobContainerName"]!);
        Assert.Equal((string)compiled.Dev.Single("Microsoft.Storage/storageAccounts")["id"]!, (string)place["resourceId"]!);
        Assert.Equal("SystemAssigned", (string)compiled.Dev.Single("Microsoft.EventGrid/systemTopics")["identity"]!["type"]!);
    });

    [Fact]
    public void It_is_one_of_the_topic_that_main_makes() => Assert.All(compiled.Subscriptions, each => Assert.StartsWith(
        (string)compiled.Dev.Single("Microsoft.EventGrid/systemTopics")["id"]! + "/", (string)Assert.Single(each.Resources)["id"]!));

    [Fact]
    public void The_webhook_is_the_apps_and_asks_for_a_token_of_this_tenant()
    {
        var destination = Subscription(compiled.Webhook)["destination"]!;
        Assert.Equal("WebHook", (string)destination["endpointType"]!);
        var properties = destination["properties"]!;
        var route = RouteOf(typeof(IncomingCallWebhook));
        Assert.StartsWith($"[format('https://{{0}}/api/{route}'", (string)properties["endpointUrl"]!);
        Assert.Contains((string)compiled.Dev.Single("Microsoft.Web/sites")["id"]!, (string)properties["endpointUrl"]!);
        Assert.Equal(Example.Tenant, (string)properties["azureActiveDirectoryTenantId"]!);
        Assert.Equal(compiled.Dev.Settings["EventGrid__Audience"], (string)properties["azureActiveDirectoryApplicationIdOrUri"]!);
        Assert.Equal("1.2", (string)properties["minimumTlsVersionAllowed"]!);
        Assert.Equal(1, (int)properties["maxEventsPerBatch"]!);
    }

    [Fact]
    public void The_trigger_is_a_function_of_the_app()
    {
        var destination = Subscription(compiled.Trigger)["destination"]!;
        Assert.Equal("AzureFunction", (string)destination["endpointType"]!);
        var name = typeof(IncomingCallFunction).GetMethods().SelectMany(each => each.GetCustomAttributes(inherit: false)).OfType<FunctionAttribute>().Single().Name;
        Assert.Equal($"{(string)compiled.Dev.Single("Microsoft.Web/sites")["id"]!}/functions/{name}", (string)destination["properties"]!["resourceId"]!);
    }

    private static JsonNode Subscription(Prediction prediction) =>
        prediction.Single("Microsoft.EventGrid/systemTopics/eventSubscriptions")["properties"]!;

    private static string RouteOf(Type function) => function.GetMethods()
        .SelectMany(each => each.GetParameters())
        .SelectMany(each => each.GetCustomAttributes(inherit: false))
        .OfType<HttpTriggerAttribute>()
        .Single()
        .Route!;
}
