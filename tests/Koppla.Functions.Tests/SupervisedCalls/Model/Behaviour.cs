using Koppla.Functions.Telephony.CallEvents;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls.Model;

/// <summary>What somebody does who is rung: answers, or does not.</summary>
/// <param name="After">When; somebody who never does anything rings until the limit.</param>
/// <param name="Failure">Null: answers.</param>
internal sealed record Behaviour(Duration After, LegFailure? Failure)
{
    public static readonly Behaviour Absent = Answers(100_000);

    public static Behaviour Answers(double seconds) => new(Duration.FromSeconds(seconds), null);

    public static Behaviour Fails(LegFailure failure, double seconds = 1) => new(Duration.FromSeconds(seconds), failure);
}
