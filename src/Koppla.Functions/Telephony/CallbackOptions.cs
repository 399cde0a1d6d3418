using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Settings;

namespace Koppla.Functions.Telephony;

/// <summary>Where the provider reaches this app, to tell of calls and to fetch sounds: setting <c>Callbacks:BaseAddress</c>.</summary>
internal sealed class CallbackOptions
{
    public const string Section = "Callbacks";

    /// <summary>Without the <c>api</c> of the routes, such as <c>https://koppla.example</c>.</summary>
    [Required(ErrorMessage = "{0} is missing: where the provider reaches this app, such as https://koppla.example.")]
    [ReachableAddress]
    public Uri? BaseAddress { get; init; }

    /// <summary>The address of one of our own paths, such as <c>api/health/live</c>.</summary>
    public Uri AddressOf(string path) => new($"{BaseAddress!.AbsoluteUri.TrimEnd('/')}/{path}");
}
