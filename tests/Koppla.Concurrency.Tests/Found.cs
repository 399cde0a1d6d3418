using Azure;

namespace Koppla.Concurrency.Tests;

/// <summary>The answer to a read.</summary>
/// <param name="entity">Null: it is not there.</param>
internal sealed class Found<T>(T? entity) : NullableResponse<T>
{
    public override bool HasValue => entity is not null;

    public override T Value => entity ?? throw new InvalidOperationException("There is no entity.");

    public override Response GetRawResponse() => throw new NotSupportedException();
}
