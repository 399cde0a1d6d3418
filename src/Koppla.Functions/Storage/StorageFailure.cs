using Azure;

namespace Koppla.Functions.Storage;

/// <summary>Tells a failure of storage (away, slow, refusing, or holding what cannot be read) from a bug of ours.</summary>
internal static class StorageFailure
{
    public static bool Is(Exception failure) => failure switch
    {
        RequestFailedException or CorruptEntityException => true,
        OperationCanceledException or TimeoutException => true,
        AggregateException many => many.InnerExceptions.All(Is), // what Azure.Core throws when every try failed
        _ => false,
    };
}
