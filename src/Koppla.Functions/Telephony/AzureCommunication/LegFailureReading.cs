using Koppla.Functions.Telephony.CallEvents;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>What the codes of a failed leg mean.</summary>
/// <param name="LateMeansNoAnswer">
/// The codes do not tell a telephone that rang in vain from one that could not be reached. When it comes as late as the ringing was to
/// end, it is <see cref="LegFailure.NoAnswer"/>; only who sent the invitation knows that.
/// </param>
internal readonly record struct LegFailureReading(LegFailure Failure, bool LateMeansNoAnswer);
