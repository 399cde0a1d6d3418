using System.Globalization;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls.Model;

/// <content>The call: what happens in it, and what is told of it.</content>
internal sealed partial class ModelProvider
{
    public static readonly CallTarget Caller = new CallTarget.Telephone(Numbers.Caller);

    private readonly PriorityQueue<Action, (Instant At, int Order)> agenda = new();
    private readonly List<Pending> ringing = [];
    private readonly List<CallTarget> participants = [];
    private readonly HashSet<CallTarget> held = [];
    private readonly Dictionary<CallTarget, string> playingTo = [];
    private readonly Dictionary<CallTarget, Joined> answers = [];
    private CallTarget caller = Caller;
    private int order;
    private int told;
    private int invitations;
    private Pending? created;
    private bool isGivenAway;
    private bool hasTalked;
    private Instant? silentSince;
    private Instant? noisySince;
    private Instant? forgottenSince;
    private Instant? crowdedSince;

    /// <summary>What is told, oldest first; whoever delivers it takes it away.</summary>
    public Queue<CallEvent> Outbox { get; } = new();

    public Dictionary<CallTarget, Behaviour> Telephones { get; } = [];

    /// <summary>How long somebody who answered talks; then the caller hangs up.</summary>
    public Duration Talk { get; init; } = Duration.FromSeconds(60);

    public bool PartnerHangsUpFirst { get; init; }

    /// <summary>How long the caller waits after being connected.</summary>
    public Duration Patience { get; init; } = Duration.FromMinutes(20);

    /// <summary>Whoever is left alone without music hangs up at last.</summary>
    public int SecondsAlone { get; init; } = 40;

    public Uri? Callback { get; private set; }

    public bool IsOver { get; private set; }

    public string? Playing { get; private set; }

    /// <summary>Whether one device ever rang twice at once, or two people were left in the call.</summary>
    public bool RangTwice { get; private set; }

    /// <summary>The longest time that the caller heard nothing at all, before somebody had answered.</summary>
    public Duration LongestSilence { get; private set; }

    /// <summary>The longest time that something played while two talked.</summary>
    public Duration LongestNoise { get; private set; }

    /// <summary>Whether the caller is looked after: until the talk that is the last ends.</summary>
    public bool IsTransfer { get; set; }

    /// <summary>The longest time in a transfer that the caller had neither music nor somebody nor something to listen to.</summary>
    public Duration LongestForgotten { get; private set; }

    /// <summary>The longest time that three could talk, or that somebody was on hold for nobody's sake.</summary>
    public Duration LongestCrowd { get; private set; }

    public Instant? Next => agenda.TryPeek(out _, out var when) ? when.At : null;

    private Instant Now => clock.GetCurrentInstant();

    /// <summary>Lets happen what is due by now.</summary>
    public void Pass()
    {
        while (Next <= Now)
        {
            agenda.Dequeue()();
            Measure();
        }
    }

    public bool IsThere(CallTarget who) => participants.Contains(who);

    public bool IsRinging(CallTarget who) => ringing.Any(each => each.Target == who);

    public bool HasAnswered(CallTarget who) => answers.ContainsKey(who);

    public void Answer(CallTarget who)
    {
        var pending = ringing.Find(each => each.Target == who)!;
        ringing.Remove(pending);
        Join(pending);
        Measure();
    }

    public void Fail(CallTarget who, LegFailure failure)
    {
        var pending = ringing.Find(each => each.Target == who)!;
        ringing.Remove(pending);
        Tell(id => new NotJoined(id, Connection, pending.Context, Now, who, failure, "code", LateMeansNoAnswer: false));
        Measure();
    }

    public void HangUp(CallTarget who)
    {
        Leave(who);
        Measure();
    }

    /// <summary>Tells of an answer once more.</summary>
    public void TellAgain(CallTarget who) => Outbox.Enqueue(answers[who]);

    private void In(double seconds, Action happens) => agenda.Enqueue(happens, (Now + Duration.FromSeconds(seconds), order++));

    private void Tell(Func<string, CallEvent> happened) =>
        Outbox.Enqueue(happened(string.Create(CultureInfo.InvariantCulture, $"event-{++told}")));

    private void TellRoster() => Tell(id => new Roster(id, Connection, null, Now, [.. participants], told));

    private void Connect()
    {
        participants.Add(caller);
        Tell(id => new Connected(id, Connection, "answer", Now));
        TellRoster();
        In(Patience.TotalSeconds, CallerGivesUp);
    }

    /// <summary>The call begins with somebody whom we ring.</summary>
    private void Create(Pending first)
    {
        caller = first.Target;
        created = first;
        Ring(first, Duration.FromSeconds(60));
    }

    private void CallerGivesUp()
    {
        if (participants.Count == 1 && !isGivenAway)
        {
            End("0/540000");
        }
    }

    private void Ring(Pending pending, Duration limit)
    {
        RangTwice |= ringing.Any(each => each.Target == pending.Target);
        ringing.Add(pending);
        var behaviour = Telephones.GetValueOrDefault(pending.Target, Behaviour.Absent);
        var (after, failure) = behaviour.After < limit ? (behaviour.After, behaviour.Failure) : (limit, LegFailure.NoAnswer);
        In(after.TotalSeconds, () =>
        {
            if (IsOver || !ringing.Remove(pending))
            {
                return;
            }

            if (created == pending)
            {
                FirstHasDecided(failure);
                return;
            }

            if (failure is { } reason)
            {
                Tell(id => new NotJoined(id, Connection, pending.Context, Now, pending.Target, reason, "code", LateMeansNoAnswer: false));
                return;
            }

            Join(pending);
        });
    }

    private void FirstHasDecided(LegFailure? failure)
    {
        if (failure is { } reason)
        {
            End("", reason);
            return;
        }

        created = null;
        Connect();
    }

    private void Join(Pending pending)
    {
        hasTalked = true;
        participants.Add(pending.Target);
        Tell(id => answers[pending.Target] = new Joined(id, Connection, pending.Context, Now, pending.Target));
        TellRoster();
        In(Talk.TotalSeconds, () => Leave(PartnerHangsUpFirst ? pending.Target : caller));
    }

    private void Leave(CallTarget who)
    {
        if (IsOver || !participants.Remove(who))
        {
            return;
        }

        if (participants.Count == 0)
        {
            End("200/5010");
            return;
        }

        held.Remove(who);
        playingTo.Remove(who);
        TellRoster();
        In(SecondsAlone, LeaveAlone);
    }

    private void LeaveAlone()
    {
        if (participants is not [var alone])
        {
            return;
        }

        if (held.Contains(alone) || playingTo.ContainsKey(alone))
        {
            In(SecondsAlone, LeaveAlone);
            return;
        }

        Leave(alone);
    }

    private void Transfer(Handover handover)
    {
        isGivenAway = true;
        var behaviour = Telephones.GetValueOrDefault(handover.Target, Behaviour.Absent);
        var limit = Duration.FromSeconds(60);
        var (after, failure) = behaviour.After < limit ? (behaviour.After, behaviour.Failure) : (limit, LegFailure.NoAnswer);
        In(after.TotalSeconds, () =>
        {
            isGivenAway = false;
            if (IsOver)
            {
                return;
            }

            if (failure is { } reason)
            {
                Tell(id => new NotTransferred(id, Connection, handover.Context, Now, reason, "code", LateMeansNoAnswer: false));
                return;
            }

            Tell(id => new Transferred(id, Connection, handover.Context, Now));
            End("200/7015");
        });
    }

    private void End(string code, LegFailure failure = LegFailure.Cancelled)
    {
        if (!IsOver)
        {
            IsOver = true;
            ringing.Clear();
            participants.Clear();
            held.Clear();
            playingTo.Clear();
            Playing = null;
            Tell(id => created is null
                ? new Disconnected(id, Connection, "answer", Now, code)
                : new NotJoined(id, Connection, created.Context, Now, null, failure, "code", LateMeansNoAnswer: false));
        }
    }

    private void StopPlaying()
    {
        foreach (var playing in playingTo.Values)
        {
            Tell(id => new PlayStopped(id, Connection, playing, Now));
        }

        playingTo.Clear();
        if (Playing is { } context)
        {
            Playing = null;
            Tell(id => new PlayStopped(id, Connection, context, Now));
        }
    }

    private void EndOfPrompt(string context)
    {
        if (Playing == context)
        {
            Playing = null;
            Tell(id => new Played(id, Connection, context, Now));
        }
    }

    /// <summary>What the caller hears from now on.</summary>
    private void Measure()
    {
        LongestSilence = Longer(LongestSilence, ref silentSince, participants is [var one] && one == caller && !hasTalked && Playing is null && !isGivenAway);
        var talking = participants.Count(each => !held.Contains(each));
        var needsHold = ringing.Count > 0 || talking > 1;
        LongestForgotten = Longer(
            LongestForgotten,
            ref forgottenSince,
            IsTransfer && hasTalked && IsThere(Caller) && !held.Contains(Caller) && talking < 2 && Playing is null && !playingTo.ContainsKey(Caller));
        LongestCrowd = Longer(LongestCrowd, ref crowdedSince, IsTransfer && (talking > 2 || (held.Count > 0 && !needsHold)));
        LongestNoise = Longer(LongestNoise, ref noisySince, participants.Count > 1 && Playing is not null);
    }

    private Duration Longer(Duration longest, ref Instant? since, bool goesOn)
    {
        var lasted = since is { } begun ? Now - begun : Duration.Zero;
        since = goesOn ? since ?? Now : null;
        return lasted > longest ? lasted : longest;
    }
}
