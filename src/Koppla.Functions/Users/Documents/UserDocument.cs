namespace Koppla.Functions.Users.Documents;

/// <summary>A user as stored, the name apart: one JSON document in one entity, so that every change is atomic.</summary>
internal sealed record UserDocument
{
    /// <summary>E.164.</summary>
    public required string[] Numbers { get; init; }

    public required string Language { get; init; }

    public required ProfileDocument[] Profiles { get; init; }

    public required string DefaultProfile { get; init; }

    public ActivationDocument? Activation { get; init; }

    public required ScheduleDocument Schedule { get; init; }

    public ExceptionDocument[]? Exceptions { get; init; }

    /// <summary>As <see cref="Transfers.StoredTransferPolicy"/> writes it; null: the organisation's holds.</summary>
    public string[]? TransferPolicy { get; init; }

    /// <summary>Since when numbers that are destinations of late are: E.164, and an instant in ISO 8601.</summary>
    public Dictionary<string, string>? NewDestinations { get; init; }

    /// <summary>Raw identifiers: <c>8:acs:...</c> for an app, <c>4:+46...</c> for a telephone.</summary>
    public required string[] Devices { get; init; }
}
