namespace Koppla.Functions.Api.Documentation;

/// <summary>Names of problems that come together. A test holds every answer against the names that its operation documents.</summary>
internal static class ProblemNames
{
    /// <summary>Of a text that is no number.</summary>
    public static readonly string[] OfNumber =
    [
        "number-missing", "number-not-a-number", "number-not-valid", "number-emergency", "number-short", "number-too-long", "number-has-extension",
    ];

    /// <summary>Of a destination that calls may not be sent to.</summary>
    public static readonly string[] OfDestination =
    [
        .. OfNumber,
        "destination-is-own-number", "destination-premium", "destination-mass-calling", "destination-shared-cost", "destination-personal",
        "destination-pager", "destination-satellite", "destination-international-service", "destination-operator-specific",
        "destination-country-not-allowed",
    ];

    /// <summary>Of a destination outside the organisation that is to be confirmed: 409.</summary>
    public const string Unconfirmed = "external-forward-unconfirmed";

    /// <summary>Of a destination outside the organisation that who asks may not set: 403.</summary>
    public const string NotAllowed = "external-forwards-not-allowed";

    /// <summary>Of rules by which calls would come back.</summary>
    public static readonly string[] OfCircle = ["forwarding-loop", "forwarding-chain-too-long"];

    /// <summary>Of a profile that is saved or put in force.</summary>
    public static readonly string[] OfProfile =
    [
        .. OfDestination, .. OfCircle,
        "destination-missing", "destination-ambiguous", "colleague-is-self", "colleague-not-found", "id-not-valid", "call-handling-too-large",
    ];

    /// <summary>Of the members of a body whose JSON is as it should be.</summary>
    public static readonly string[] OfMember = ["word-unknown", "value-out-of-range", "text-not-valid", "time-not-valid", "too-many"];
}
