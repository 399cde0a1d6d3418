using Azure;
using Azure.Data.Tables;

namespace Koppla.Functions.Tests.Storage;

/// <summary>The answer to a read of an entity that is not there.</summary>
internal sealed class Absent : NullableResponse<TableEntity>
{
    public override bool HasValue => false;

    public override TableEntity Value => throw new InvalidOperationException("There is no entity.");

    public override Response GetRawResponse() => throw new InvalidOperationException("There is no response.");
}
