using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Koppla.Local.Example;
using Koppla.Local.Stack;
using Koppla.Routing.Numbers;

namespace Koppla.Benchmarks.Calls.Load;

/// <summary>Deliveries of Event Grid: one fresh call to the same number each, in the schema of the route.</summary>
internal sealed class IncomingCallEvents(DeliveryRoute route, PhoneNumber called, TimeProvider time)
{
    private const string Topic = "/subscriptions/0/resourceGroups/koppla/providers/Microsoft.Communication/communicationServices/koppla";
    private const string Type = "Microsoft.Communication.IncomingCall";
    private static readonly string Caller = ExampleOrganisation.Customer.E164;

    // The size and the alphabet of the real thing, which is a token; its content is opaque.
    private static readonly string Filler = Base64Url.EncodeToString(Enumerable.Range(0, 1536).Select(i => (byte)(i * 31)).ToArray());

    private readonly string subject = $"/caller/4:{Caller}/recipient/4:{called.E164}";

    public byte[] Delivery(int call)
    {
        var now = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(route == DeliveryRoute.Webhook ? CloudEvent(call, now) : GridEvent(call, now));
    }

    /// <summary>The handle of a call begins with its number in ten digits.</summary>
    private static string Handle(int call) => $"{call:D10}.{Filler}";

    private string GridEvent(int call, string now) =>
        $$"""
        [{"id":"event-{{call}}","topic":"{{Topic}}","subject":"{{subject}}","data":{{Data(call)}},"eventType":"{{Type}}","dataVersion":"1.0","metadataVersion":"1","eventTime":"{{now}}"}]
        """;

    private string CloudEvent(int call, string now) =>
        $$"""
        {"id":"event-{{call}}","source":"{{Topic}}","subject":"{{subject}}","data":{{Data(call)}},"type":"{{Type}}","time":"{{now}}","specversion":"1.0"}
        """;

    private string Data(int call) =>
        $$"""
        {"to":{"kind":"phoneNumber","rawId":"4:{{called.E164}}","phoneNumber":{"value":"{{called.E164}}"} },"from":{"kind":"phoneNumber","rawId":"4:{{Caller}}","phoneNumber":{"value":"{{Caller}}"} },"serverCallId":"server-call-{{call}}","callerDisplayName":"","incomingCallContext":"{{Handle(call)}}","correlationId":"correlation-{{call}}"}
        """;
}
