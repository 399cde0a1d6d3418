using System.Collections.Immutable;
using Koppla.Functions.Telephony;
using Koppla.Routing;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>What a step of a supervised call does.</summary>
internal abstract record Work
{
    private Work()
    {
    }

    /// <param name="Line">Whose state comes of it.</param>
    /// <param name="Seconds">How long the legs ring.</param>
    /// <param name="Trail">Where the call has been, for the telephones among the legs.</param>
    public sealed record Ring(PhoneNumber Line, int Seconds, string? Trail, ImmutableArray<Leg> Legs) : Work
    {
        /// <summary>Whose devices ring; null: a telephone outside.</summary>
        public UserId? User { get; init; }

        /// <summary>The same, but those who are in the call already are not rung; null: nobody is left.</summary>
        public Ring? Without(params ReadOnlySpan<CallTarget?> present)
        {
            var legs = ImmutableArray.CreateBuilder<Leg>(Legs.Length);
            foreach (var leg in Legs)
            {
                if (!present.Contains(leg.Target))
                {
                    legs.Add(leg);
                }
            }

            return legs.Count == 0 ? null : this with { Legs = legs.DrainToImmutable() };
        }
    }

    /// <param name="Line">Whose referral it is.</param>
    public sealed record Refer(PhoneNumber Line, Prompt Prompt) : Work;

    /// <param name="Destination">A number outside; its state comes of it when it does not take the call.</param>
    /// <param name="OtherCallerId">Shown when the provider refuses the first; null: there is no other, or it is shown already.</param>
    public sealed record Transfer(PhoneNumber Destination, PhoneNumber? CallerId, PhoneNumber? OtherCallerId, string? Trail) : Work;

    /// <summary>The last announcement.</summary>
    public sealed record Part(Prompt Prompt) : Work;

    /// <summary>The caller has heard what there was to hear.</summary>
    public sealed record HangUp : Work;
}
