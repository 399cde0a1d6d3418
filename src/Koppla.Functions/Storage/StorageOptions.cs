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

    private static readonly ServiceReach Reach = new(
        Section, nameof(TableEndpoint), "a storage account.", text => new TableServiceClient(text));

    public string? ConnectionString { get; init; }

    [ServiceAddress]
    public Uri? TableEndpoint { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Reach.Check(ConnectionString, TableEndpoint);
}
