using System.ComponentModel.DataAnnotations;

namespace Koppla.Functions.Telephony;

/// <summary>An address that the provider can reach: absolute and https; plain http only on this machine.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReachableAddressAttribute()
    : ValidationAttribute("{0} must be an absolute https address without query and fragment.")
{
    public override bool IsValid(object? value) => value is null || (value is Uri { IsAbsoluteUri: true } address && IsReachable(address));

    private static bool IsReachable(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) &&
        address.Query.Length == 0 &&
        address.Fragment.Length == 0;
}
