using Azure.Data.Tables;

namespace Koppla.Functions.Storage;

/// <summary>The tables of the app, each with its keys. One client each, reused for the life of the process.</summary>
internal sealed class Tables(TableServiceClient service)
{
    /// <summary>PartitionKey: the number's digits. RowKey: "number". What the call path reads.</summary>
    public TableClient Numbers { get; } = service.GetTableClient("numbers");

    /// <summary>PartitionKey: organisation. RowKey: the number's digits. A copy for lists; never decides a call.</summary>
    public TableClient NumberIndex { get; } = service.GetTableClient("numberindex");

    /// <summary>PartitionKey: organisation. RowKey: the digits of a thousand numbers but the last three. A copy for searches.</summary>
    public TableClient NumberBlocks { get; } = service.GetTableClient("numberblocks");

    /// <summary>PartitionKey: organisation. RowKey: user. All of a user's call handling in one entity.</summary>
    public TableClient Users { get; } = service.GetTableClient("users");

    /// <summary>PartitionKey: organisation. RowKey: a word or the end of a number, user, listing. By what users are found.</summary>
    public TableClient ColleagueIndex { get; } = service.GetTableClient("colleagueindex");

    /// <summary>PartitionKey: organisation. RowKey: "organisation", and "webhook" for whom it is told to.</summary>
    public TableClient Organisations { get; } = service.GetTableClient("organisations");

    /// <summary>PartitionKey: organisation, or "-" when no organisation owns the number. RowKey: newest first.</summary>
    public TableClient Calls { get; } = service.GetTableClient("calls");

    /// <summary>PartitionKey: the call's id. RowKey: "call". Calls that go on, and those of the last minutes.</summary>
    public TableClient SupervisedCalls { get; } = service.GetTableClient("supervisedcalls");

    /// <summary>PartitionKey: organisation and user. RowKey: the id of a supervised call that the user is in, or was.</summary>
    public TableClient UserCalls { get; } = service.GetTableClient("usercalls");

    /// <summary>PartitionKey: organisation and user. RowKey: a hash of an Idempotency-Key. What the user has asked for during the last day.</summary>
    public TableClient RequestKeys { get; } = service.GetTableClient("requestkeys");

    /// <summary>
    /// PartitionKey: organisation. RowKey: the change's id. Changes that are being made, or were and are not finished with: until they
    /// are in the audit log, and whoever is told of them has been told.
    /// </summary>
    public TableClient Journal { get; } = service.GetTableClient("journal");

    /// <summary>PartitionKey: organisation. RowKey: see <c>AuditKeys</c>. What was changed, and what was refused.</summary>
    public TableClient Audit { get; } = service.GetTableClient("audit");

    /// <summary>PartitionKey: organisation. RowKey: the change's id. Changes whose receiver could not be told of them.</summary>
    public TableClient DeadLetters { get; } = service.GetTableClient("deadletters");

    public IReadOnlyList<TableClient> All =>
        [Numbers, NumberIndex, NumberBlocks, Users, ColleagueIndex, Organisations, Calls, SupervisedCalls, UserCalls, RequestKeys, Journal, Audit, DeadLetters];
}
