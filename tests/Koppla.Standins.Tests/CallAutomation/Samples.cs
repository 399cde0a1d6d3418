using Azure.Communication;
using Azure.Communication.CallAutomation;

namespace Koppla.Standins.Tests.CallAutomation;

/// <summary>The parties and documents the tests speak of.</summary>
internal static class Samples
{
    public const string Context = "eyJhbGciOiJub25lIn0.eyJjYyI6ImVtdSJ9.";

    public const string A = """{ "rawId": "4:+46709990001", "phoneNumber": { "value": "+46709990001" } }""";
    public const string B = """{ "rawId": "4:+46701110001", "phoneNumber": { "value": "+46701110001" } }""";
    public const string C = """{ "rawId": "4:+46701110002", "phoneNumber": { "value": "+46701110002" } }""";

    public const string Answered = """
        {
          "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
          "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
          "targets": [ { "kind": "phoneNumber", "rawId": "4:+46812340000", "phoneNumber": { "value": "+46812340000" } } ],
          "source": { "kind": "phoneNumber", "rawId": "4:+46709990001", "phoneNumber": { "value": "+46709990001" } },
          "callConnectionState": "connecting",
          "callbackUri": "https://fwd.example.net/api/acs/callback?k=2f1c",
          "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002",
          "answeredFor": { "value": "+46812340000" }
        }
        """;

    public const string Created = """
        {
          "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0001",
          "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAx",
          "targets": [ { "kind": "phoneNumber", "rawId": "4:+46701110001", "phoneNumber": { "value": "+46701110001" } } ],
          "callConnectionState": "connecting",
          "callbackUri": "https://fwd.example.net/api/acs/callback?k=2f1c",
          "sourceCallerIdNumber": { "value": "+46812340000" },
          "sourceDisplayName": "Växeln",
          "answeredBy": { "id": "8:acs:r_u" },
          "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00001",
          "unknownMember": [ 1, 2 ]
        }
        """;

    public const string Added = """
        {
          "participant": {
            "identifier": { "kind": "phoneNumber", "rawId": "4:+46701110001", "phoneNumber": { "value": "+46701110001" } },
            "isMuted": false, "isOnHold": false
          },
          "operationContext": "fwd:primary:1",
          "invitationId": "d1f7a1a2-0e37-4f8e-8f1c-7e0a5a9b0001"
        }
        """;

    public const string Participant = """
        { "identifier": { "kind": "phoneNumber", "rawId": "4:+46709990001", "phoneNumber": { "value": "+46709990001" } }, "isMuted": false, "isOnHold": true }
        """;

    public const string Participants = $$"""
        {
          "value": [
            {{Participant}},
            { "identifier": { "kind": "phoneNumber", "rawId": "4:+46701110001", "phoneNumber": { "value": "+46701110001" } }, "isMuted": true }
          ]
        }
        """;

    public static readonly Uri CallbackUri = new("https://fwd.example.net/api/acs/callback?k=2f1c");
    public static readonly Uri OperationCallback = new("https://fwd.example.net/api/acs/callback?k=2f1c&op=1");

    public static readonly PhoneNumberIdentifier Caller = new("+46709990001");
    public static readonly PhoneNumberIdentifier Primary = new("+46701110001");
    public static readonly PhoneNumberIdentifier Secondary = new("+46701110002");
    public static readonly PhoneNumberIdentifier Own = new("+46812340000");

    public static FileSource File(string name) => new(new Uri("https://media.example.net/" + name));

    public static CallInvite InvitePrimary() => new(Primary, Own);
}
