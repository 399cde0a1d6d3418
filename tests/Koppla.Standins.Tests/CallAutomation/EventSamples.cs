namespace Koppla.Standins.Tests.CallAutomation;

/// <summary>Bodies as the service posts them to a callback URI.</summary>
internal static class EventSamples
{
    public const string CallConnected = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000001", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
            "type": "Microsoft.Communication.CallConnected", "specversion": "1.0", "time": "2026-11-22T21:57:49.020Z",
            "subject": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "datacontenttype": "application/json",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "operationContext": "answer:call-77",
              "resultInformation": { "code": 200, "subCode": 0, "message": "" } } } ]
        """;

    public const string ParticipantsUpdated = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000002", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
            "type": "Microsoft.Communication.ParticipantsUpdated", "specversion": "1.0", "time": "2026-11-22T21:57:49.120Z",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "sequenceNumber": 1,
              "participants": [ { "identifier": { "kind": "phoneNumber", "rawId": "4:+46709990001", "phoneNumber": { "value": "+46709990001" } }, "isMuted": false, "isOnHold": false } ],
              "resultInformation": { "code": 200, "subCode": 0, "message": "" } } } ]
        """;

    public const string AddParticipantFailed = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000003", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
            "type": "Microsoft.Communication.AddParticipantFailed", "specversion": "1.0", "time": "2026-11-22T21:57:53.500Z",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "operationContext": "fwd:primary:1",
              "participant": { "kind": "phoneNumber", "rawId": "4:+46701110001", "phoneNumber": { "value": "+46701110001" } },
              "resultInformation": { "code": 486, "subCode": 560486, "message": "addParticipant failed, callee busy",
                "sipDetails": { "code": 486, "message": "Busy Here" }, "q850Details": { "code": 17, "message": "User busy" } } } } ]
        """;

    public const string AddParticipantSucceeded = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000004", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
            "type": "Microsoft.Communication.AddParticipantSucceeded", "specversion": "1.0", "time": "2026-11-22T21:58:03.500Z",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "operationContext": "fwd:secondary:2",
              "participant": { "kind": "phoneNumber", "rawId": "4:+46701110002", "phoneNumber": { "value": "+46701110002" } },
              "resultInformation": { "code": 200, "subCode": 0, "message": "Participant added." } } } ]
        """;

    public const string CancelAddParticipantSucceeded = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000005", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
            "type": "Microsoft.Communication.CancelAddParticipantSucceeded", "specversion": "1.0", "time": "2026-11-22T21:58:04Z",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "operationContext": "cancel:1", "invitationId": "d1f7a1a2-0e37-4f8e-8f1c-7e0a5a9b0001",
              "resultInformation": { "code": 200, "subCode": 0, "message": "" } } } ]
        """;

    public const string RemoveParticipantSucceeded = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000006", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
            "type": "Microsoft.Communication.RemoveParticipantSucceeded", "specversion": "1.0", "time": "2026-11-22T21:58:05Z",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "operationContext": "rm:1",
              "participant": { "kind": "phoneNumber", "rawId": "4:+46701110001", "phoneNumber": { "value": "+46701110001" } },
              "resultInformation": { "code": 200, "subCode": 0, "message": "" } } } ]
        """;

    public const string CallTransferAccepted = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000007", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
            "type": "Microsoft.Communication.CallTransferAccepted", "specversion": "1.0", "time": "2026-11-22T21:58:06Z",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "operationContext": "xfer:1",
              "transferee": { "kind": "phoneNumber", "rawId": "4:+46709990001", "phoneNumber": { "value": "+46709990001" } },
              "transferTarget": { "kind": "phoneNumber", "rawId": "4:+46701110002", "phoneNumber": { "value": "+46701110002" } },
              "resultInformation": { "code": 200, "subCode": 0, "message": "Transfer accepted." } } } ]
        """;

    public const string CallTransferFailed = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000008", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
            "type": "Microsoft.Communication.CallTransferFailed", "specversion": "1.0", "time": "2026-11-22T21:58:07Z",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "operationContext": "xfer:1",
              "resultInformation": { "code": 603, "subCode": 560603, "message": "Transfer target declined." } } } ]
        """;

    public const string CallDisconnected = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000009", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
            "type": "Microsoft.Communication.CallDisconnected", "specversion": "1.0", "time": "2026-11-22T21:59:00Z",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "operationContext": "answer:call-77",
              "resultInformation": { "code": 0, "subCode": 540000, "message": "Call ended by the caller." } } } ]
        """;

    public const string CreateCallFailed = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000010", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0001",
            "type": "Microsoft.Communication.CreateCallFailed", "specversion": "1.0", "time": "2026-11-22T21:58:20Z",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0001", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAx",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00001", "operationContext": "leg:primary",
              "resultInformation": { "code": 487, "subCode": 10004, "message": "Not answered in time." } } } ]
        """;

    public const string AnswerFailed = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000011", "source": "calling/callConnections/421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002",
            "type": "Microsoft.Communication.AnswerFailed", "specversion": "1.0", "time": "2026-11-22T21:57:49Z",
            "data": { "callConnectionId": "421f1d00-6b7e-4a41-9a4b-0d5a3d7a0002", "serverCallId": "aHR0cHM6Ly9lbXUubG9jYWwvY29udi8wMDAy",
              "correlationId": "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "operationContext": "answer:call-77",
              "resultInformation": { "code": 487, "subCode": 0, "message": "Caller cancelled before answer." } } } ]
        """;

    public const string PlayCompleted = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000012", "source": "calling/callConnections/c1", "type": "Microsoft.Communication.PlayCompleted", "specversion": "1.0", "time": "2026-11-22T21:58:30Z",
            "data": { "callConnectionId": "c1", "serverCallId": "s1", "correlationId": "k1", "operationContext": "greeting",
              "resultInformation": { "code": 200, "subCode": 0, "message": "Action completed successfully." } } } ]
        """;

    public const string PlayFailed = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000013", "source": "calling/callConnections/c1", "type": "Microsoft.Communication.PlayFailed", "specversion": "1.0", "time": "2026-11-22T21:58:31Z",
            "data": { "callConnectionId": "c1", "serverCallId": "s1", "correlationId": "k1", "operationContext": "greeting", "failedPlaySourceIndex": 0,
              "resultInformation": { "code": 400, "subCode": 8536, "message": "Action failed, file could not be downloaded." } } } ]
        """;

    public const string RecognizeCompleted = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000014", "source": "calling/callConnections/c1", "type": "Microsoft.Communication.RecognizeCompleted", "specversion": "1.0", "time": "2026-11-22T21:58:32Z",
            "data": { "callConnectionId": "c1", "serverCallId": "s1", "correlationId": "k1", "operationContext": "accept?",
              "recognitionType": "dtmf", "dtmfResult": { "tones": [ "one" ] },
              "resultInformation": { "code": 200, "subCode": 8531, "message": "Action completed, max digits received." } } } ]
        """;

    public const string RecognizeFailed = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000015", "source": "calling/callConnections/c1", "type": "Microsoft.Communication.RecognizeFailed", "specversion": "1.0", "time": "2026-11-22T21:58:42Z",
            "data": { "callConnectionId": "c1", "serverCallId": "s1", "correlationId": "k1", "operationContext": "accept?",
              "resultInformation": { "code": 400, "subCode": 8510, "message": "Action failed, initial silence timeout reached." } } } ]
        """;

    public const string ContinuousDtmfRecognitionToneReceived = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000016", "source": "calling/callConnections/c1", "type": "Microsoft.Communication.ContinuousDtmfRecognitionToneReceived", "specversion": "1.0", "time": "2026-11-22T21:58:50Z",
            "data": { "callConnectionId": "c1", "serverCallId": "s1", "correlationId": "k1", "operationContext": "keys:agent", "sequenceId": 1, "tone": "asterisk",
              "resultInformation": { "code": 200, "subCode": 0, "message": "" } } } ]
        """;

    public const string HoldFailed = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000017", "source": "calling/callConnections/c1", "type": "Microsoft.Communication.HoldFailed", "specversion": "1.0", "time": "2026-11-22T21:58:51Z",
            "data": { "callConnectionId": "c1", "serverCallId": "s1", "correlationId": "k1", "operationContext": "hold:1",
              "resultInformation": { "code": 400, "subCode": 8536, "message": "Hold audio could not be downloaded." } } } ]
        """;

    public const string MoveParticipantSucceeded = """
        [ { "id": "b0c5f0d1-0000-4000-8000-000000000018", "source": "calling/callConnections/c2", "type": "Microsoft.Communication.MoveParticipantSucceeded", "specversion": "1.0", "time": "2026-11-22T21:58:52Z",
            "data": { "callConnectionId": "c2", "serverCallId": "s2", "correlationId": "k2", "operationContext": "move:1", "fromCall": "c1",
              "participant": { "kind": "phoneNumber", "rawId": "4:+46709990001", "phoneNumber": { "value": "+46709990001" } },
              "resultInformation": { "code": 200, "subCode": 0, "message": "" } } } ]
        """;
}
