using System.Collections.Immutable;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <summary>One call on its way through the directory, number by number. Lives for one decision.</summary>
/// <remarks>This file moves the call; what it meets at each number is in its other files.</remarks>
internal ref partial struct Journey(RoutingData data, Call call)
{
    private TraceBuffer trace = new();
    private NumberList visited;

    /// <summary>The numbers this decision diverts the call from, after those in the trail it brought.</summary>
    private NumberList diverted;

    /// <summary>Whose rule sends the call to the next number, until it is known whether that is outside; null: nobody's who is guarded.</summary>
    private Sender? sender;

    /// <summary>The rules by which the call has left an organisation.</summary>
    private ImmutableArray<ExternalForward> forwards = [];
    private Organisation? calledOrganisation;
    private User? calledUser;
    private RefuseReason? firstFailure;

    internal Verdict ToItsEnd()
    {
        try
        {
            return Travel();
        }
        finally
        {
            trace.Release();
        }
    }

    private Verdict Travel()
    {
        foreach (var earlier in call.Trail.Numbers.AsSpan())
        {
            Note(TraceCode.DivertedEarlier, earlier);
        }

        var hop = Depart() ?? ArriveAt(call.Called, known: null);
        while (true)
        {
            if (hop.Missing is { } missing)
            {
                return new Need(missing);
            }

            if (hop.End is { } decision)
            {
                return new Decided(decision, trace.ToImmutable(), diverted.AppendedTo(call.Trail), calledOrganisation, calledUser)
                {
                    Forwards = forwards,
                };
            }

            hop = hop.Next is { } next ? ArriveAt(next, hop.Entry) : FallBack(hop.Failure.GetValueOrDefault());
        }
    }

    /// <inheritdoc cref="Divert(PhoneNumber, Organisation, PhoneNumber)"/>
    private Hop Divert(Sender by, PhoneNumber to)
    {
        sender = by;
        return Divert(by.Number, by.Organisation, to);
    }

    /// <summary>Sends the call on, if it has not been there, has not been diverted too often, and the organisation that sends it allows it.</summary>
    private Hop Divert(PhoneNumber from, Organisation by, PhoneNumber to) =>
        DiversionFailure(from, to) is { } failure ? failure
        : IsForbidden(from, by, to) ? Hop.Fails(RefuseReason.DestinationForbidden)
        : GoOn(from, to);

    /// <summary>Null: the call has not been there, and may be diverted once more.</summary>
    private Hop? DiversionFailure(PhoneNumber from, PhoneNumber to)
    {
        if (HasBeenAt(to))
        {
            return Fail(RefuseReason.DiversionLoop, TraceCode.DiversionLoop, from, to);
        }

        if (Diversions >= RoutingEngine.MaxDiversions)
        {
            return Fail(RefuseReason.TooManyDiversions, TraceCode.TooManyDiversions, from, to);
        }

        return null;
    }

    private Hop GoOn(PhoneNumber from, PhoneNumber to, NumberEntry? known = null)
    {
        diverted.Add(from);
        return Hop.GoesOnTo(to, known);
    }

    /// <summary>What failed was only thought of, so the fallback starts again from the called number; where it has been is not forgotten.</summary>
    private Hop FallBack(RefuseReason failure)
    {
        if (firstFailure is { } first)
        {
            Note(TraceCode.FallbackAlreadyTried, call.Called);
            return RefuseFor(first);
        }

        firstFailure = failure;
        if (calledOrganisation?.Fallback is not { } fallback)
        {
            Note(TraceCode.FallbackMissing, call.Called);
            return RefuseFor(failure);
        }

        Note(TraceCode.Fallback, call.Called, fallback);
        Forget();
        return Divert(call.Called, calledOrganisation, fallback);
    }

    private Hop RefuseFor(RefuseReason reason)
    {
        Note(TraceCode.Refused, call.Called);
        Forget();
        return Hop.Ends(new Refuse(reason));
    }

    /// <summary>The way so far was only thought of.</summary>
    private void Forget()
    {
        diverted.Clear();
        forwards = [];
        sender = null;
    }

    private Hop Fail(RefuseReason reason, TraceCode because, PhoneNumber at, PhoneNumber? to = null)
    {
        Note(because, at, to);
        return Hop.Fails(reason);
    }

    /// <summary>No "own number" is passed to the policy: <see cref="HasBeenAt"/> covers it, and names it a loop.</summary>
    private bool IsForbidden(PhoneNumber from, Organisation by, PhoneNumber to)
    {
        if (DestinationPolicy.Check(to, own: null, by.Countries) is not { } refusal)
        {
            return false;
        }

        Note(TraceCode.DestinationForbidden, from, to, refusal.Name);
        return true;
    }

    private readonly int Diversions => call.Trail.Count + diverted.Count;

    /// <summary>Whether the organisation's fallback is still to come if the call fails from here.</summary>
    private readonly bool FallbackAwaits => firstFailure is null && calledOrganisation?.Fallback is { } fallback && !HasBeenAt(fallback);

    private readonly bool HasBeenAt(PhoneNumber number) => visited.Contains(number) || call.Trail.Contains(number);

    private readonly bool IsCalled(PhoneNumber number) => number.Equals(call.Called);

    private void Note(TraceCode code, PhoneNumber at, PhoneNumber? to = null, string? detail = null) => trace.Add(new(code, at, to, detail));
}
