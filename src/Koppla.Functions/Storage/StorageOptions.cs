using System.ComponentModel.DataAnnotations;

namespace Koppla.Functions.Storage;

/// <summary>
/// Where the tables are. Settings <c>Storage:ConnectionString</c> (Azurite) or <c>Storage:TableEndpoint</c>
/// (an account, reached with the app's identity); exactly one of them.
/// </summary>
internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    public string? ConnectionString { get; init; }

    public Uri? TableEndpoint { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(ConnectionString) == TableEndpoint is null)
        {
            yield return new ValidationResult("Set either Storage:ConnectionString or Storage:TableEndpoint.");
        }
    }
}
