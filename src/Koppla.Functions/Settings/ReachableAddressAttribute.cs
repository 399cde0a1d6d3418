using System.ComponentModel.DataAnnotations;

namespace Koppla.Functions.Settings;

/// <summary>An address that others can reach: absolute and https; plain http only on this machine.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReachableAddressAttribute() : ValidationAttribute("{0} must be an absolute https address without {1}.")
{
    /// <summary>True: the address may have a query.</summary>
    public bool MayHaveQuery { get; init; }

    public override bool IsValid(object? value) => value is null || (value is Uri { IsAbsoluteUri: true } address && IsReachable(address));

    public override string FormatErrorMessage(string name) =>
        string.Format(ErrorMessageString, name, MayHaveQuery ? "fragment" : "query and fragment");

    private bool IsReachable(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) &&
        (MayHaveQuery || address.Query.Length == 0) &&
        address.Fragment.Length == 0;
}
