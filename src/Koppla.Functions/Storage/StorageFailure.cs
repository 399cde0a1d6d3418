using Azure;
using Azure.Identity;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Storage;

/// <summary>Tells a failure of storage (away, slow, refusing, or holding what cannot be read) from a bug of ours.</summary>
internal static class StorageFailure
{
    public static bool Is(Exception failure) => failure switch
    {
        RequestFailedException or CorruptEntityException => true,
        OperationCanceledException or TimeoutException => true,
        BadHttpRequestException => false, // the request's fault, though an IOException by birth
        IOException => true, // the connection broke while the answer was read
        AuthenticationFailedException => true, // no token of the app's identity to be had
        AggregateException many => many.InnerExceptions.All(Is), // what Azure.Core throws when every try failed
        _ => false,
    };
}
