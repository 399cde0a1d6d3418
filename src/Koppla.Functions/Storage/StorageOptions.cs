using System.ComponentModel.DataAnnotations;
using Azure.Data.Tables;
using Koppla.Functions.Settings;

namespace Koppla.Functions.Storage;

/// <summary>
/// Where the tables are. Settings <c>Storage:ConnectionString</c> (Azurite) or <c>Storage:TableEndpoint</c>
/// (an account, reached with the app's identity); exactly one of them.
/// </summary>
internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    public string? ConnectionString { get; init; }

    [ServiceAddress]
    public Uri? TableEndpoint { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(ConnectionString) == TableEndpoint is null)
        {
            yield return new("Either Storage__ConnectionString or Storage__TableEndpoint must be set, and not both.");
        }

        if (!string.IsNullOrEmpty(ConnectionString) && !IsConnectionString(ConnectionString))
        {
            yield return new("Storage__ConnectionString must be the connection string of a storage account.");
        }
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            _ = new TableServiceClient(text);
            return true;
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
