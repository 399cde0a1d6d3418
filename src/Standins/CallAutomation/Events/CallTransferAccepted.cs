using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The target of a transfer answered.</summary>
public sealed class CallTransferAccepted : CallAutomationEventBase, IEventData<CallTransferAccepted>
{
    internal CallTransferAccepted(EventHeader header, CommunicationIdentifier? transferee, CommunicationIdentifier? transferTarget) : base(header)
    {
        Transferee = transferee;
        TransferTarget = transferTarget;
    }

    public CommunicationIdentifier? Transferee { get; }

    public CommunicationIdentifier? TransferTarget { get; }

    public static CallTransferAccepted Deserialize(string content) => EventData.Read<CallTransferAccepted>(content);

    static CallTransferAccepted IEventData<CallTransferAccepted>.Read(JsonElement data) => new(EventHeader.Read(data), data.Identifier("transferee"), data.Identifier("transferTarget"));
}
