using System.ComponentModel.DataAnnotations;

namespace Koppla.Functions.Settings;

/// <summary>A service that is asked with the app's identity: https only, for a token is never sent in the clear.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ServiceAddressAttribute() : ValidationAttribute("{0} must be an absolute https address.")
{
    public override bool IsValid(object? value) => value is null or Uri { IsAbsoluteUri: true, Scheme: "https" };
}
