using System.Globalization;
using System.Text;
using Koppla.Local.Example;

namespace Koppla.Benchmarks.Supervised.Provider;

/// <summary>What the provider tells of a call, as Call Automation writes it.</summary>
internal sealed class CallEventBodies(TimeProvider time)
{
    private static readonly string Lars = Person(ExamplePeople.AppOf(ExamplePeople.Lars));
    private static readonly string Anna = Person(ExamplePeople.AppOf(ExamplePeople.Anna));

    private static readonly string Customer =
        $$"""{"rawId":"4:{{ExampleOrganisation.Customer.E164}}","kind":"phoneNumber","phoneNumber":{"value":"{{ExampleOrganisation.Customer.E164}}"} }""";

    public byte[] Connected(OngoingCall call) => Body(call, "CallConnected", "answer", Result(200, 0));

    public byte[] FirstIsBusy(OngoingCall call) => Body(call, "AddParticipantFailed", call.FirstContext, $$"""
        "participant":{{Lars}},"resultInformation":{"code":486,"subCode":560486,"message":"AddParticipant failed: busy.","sipDetails":{"code":486,"message":"Busy Here"},"q850Details":{"code":17,"message":"User busy"} }
        """);

    public byte[] SecondAnswers(OngoingCall call) =>
        Body(call, "AddParticipantSucceeded", call.SecondContext, $"\"participant\":{Anna},{Result(200, 0)}");

    /// <summary>Only the caller is left.</summary>
    public byte[] SecondHangsUp(OngoingCall call) => Body(call, "ParticipantsUpdated", null, $$"""
        "participants":[{"identifier":{{Customer}},"isMuted":false,"isOnHold":false}],"sequenceNumber":3,{{Result(200, 0)}}
        """);

    public byte[] Disconnected(OngoingCall call) => Body(call, "CallDisconnected", "answer", Result(200, 5003));

    private byte[] Body(OngoingCall call, string type, string? context, string members)
    {
        var now = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        var source = $"calling/callConnections/{call.Number}";
        var named = context is null ? "" : $"\"operationContext\":\"{context}\",";
        return Encoding.UTF8.GetBytes(
            $$"""
            [{"id":"{{type}}-{{call.Number}}","source":"{{source}}","type":"Microsoft.Communication.{{type}}","specversion":"1.0","time":"{{now}}","subject":"{{source}}","datacontenttype":"application/json","data":{"callConnectionId":"{{call.Number}}","serverCallId":"server-call-{{call.Number}}","correlationId":"correlation-{{call.Number}}",{{named}}{{members}} } }]
            """);
    }

    private static string Result(int code, int subCode) => $$"""
        "resultInformation":{"code":{{code}},"subCode":{{subCode}},"message":""}
        """;

    private static string Person(string app) => $$"""{"rawId":"{{app}}","kind":"communicationUser","communicationUser":{"id":"{{app}}"} }""";
}
