using Koppla.Functions.Api;
using Koppla.Functions.Calls;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.SupervisedCalls.Model;
using Koppla.Functions.Transfers;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Tests;
using NodaTime;

namespace Koppla.Functions.Tests.Transfers;

/// <summary>
/// A cell of the table from the incoming call to the last trace of it in storage, between the app and the model of the provider. Anna
/// is B, her colleague is C.
/// </summary>
internal sealed class TransferStory : IDisposable
{
    /// <summary>Long, so that C still rings when the next process has taken over.</summary>
    private const int RingSeconds = 60;

    /// <summary>What a death of the process may cost: see docs/adr/0005.</summary>
    private static readonly Duration MostForgotten = Duration.FromSeconds(45);
    private static readonly Duration MostCrowd = Duration.FromSeconds(RingSeconds + 20);

    private static readonly AppDevice Colleague = new("8:acs:1_bo");
    private static readonly CallTarget A = ModelProvider.Caller;
    private static readonly CallTarget B = CallTarget.Of(Exchange.App);
    private static readonly CallTarget C = CallTarget.Of(Colleague);
    private static readonly Person Anna = new(Exchange.Owner, Exchange.Anna, IsAdministrator: false);

    private readonly Dictionary<string, TransferState> final = new(StringComparer.Ordinal);
    private readonly TransferCell cell;
    private readonly CallRun run;
    private bool contradicts;

    private TransferStory(TransferCell cell, bool redelivers, Func<CallEvent, bool>? isDropped)
    {
        this.cell = cell;
        run = new CallRun(Model, redelivers, isDropped);
        run.Stored = operation =>
        {
            if (operation == "update supervisedcalls")
            {
                SeeTransfer();
            }
        };
    }

    public Perils Perils => run.Perils;

    /// <summary>The operations before the transfer was asked for, and before what the cell is about happened.</summary>
    public (int Begin, int Event) Operations { get; private set; }

    public IReadOnlyList<CallEvent> Told => run.Told;

    public static async Task<TransferStory> PlayAsync(
        TransferCell cell, Action<Perils>? endanger = null, bool redelivers = true, Func<CallEvent, bool>? isDropped = null)
    {
        var story = new TransferStory(cell, redelivers, isDropped);
        await story.run.Exchange.OrganisationAsync();
        await story.run.Exchange.UserAsync(new NumberRule(RuleAction.RingThenReferral), Exchange.App);
        await story.run.Exchange.ColleagueAsync(Tale.Colleague, Numbers.Reserved, Colleague);
        endanger?.Invoke(story.Perils);
        var (mode, way) = TransferStates.WayTo(cell.State);
        await story.run.PlayAsync(
            TestCall.Calling(Numbers.Fixed),
            [
                story.Begin(mode == "direct" ? TransferMode.Direct : TransferMode.Announced),
                .. way.Select(story.ActOf),
                story.Mark(),
                story.ActOf(cell.Happens),
                .. cell.Then.Select(story.ActOf),
                story.Leaving(A),
                story.Leaving(B),
                story.Leaving(C),
            ]);
        return story;
    }

    /// <summary>What is wrong with how it went; null: nothing.</summary>
    /// <param name="isWhole">Whether it must have gone as the table says, and not only have ended well.</param>
    public string? Complaint(bool isWhole)
    {
        var records = run.Exchange.Records;
        var ended = final.Count == 0 ? "none" : final.Values.Last().ToString();
        string?[] all =
        [
            records.Count == 1 ? null : $"{records.Count} records",
            records.All(record => record.Outcome == CallOutcome.Answered) ? null : $"recorded as {records[0].Outcome}",
            run.Provider.IsOver ? null : "not over",
            run.Provider.RangTwice ? "rang twice" : null,
            contradicts ? "two final states" : null,
            run.Provider.LongestForgotten > MostForgotten ? $"forgotten for {run.Provider.LongestForgotten}" : null,
            run.Provider.LongestCrowd > MostCrowd ? $"crowded for {run.Provider.LongestCrowd}" : null,
            run.Exchange.Storage.In("usercalls").Any() ? "left in the index" : null,
            !isWhole || string.Equals(ended, cell.Final, StringComparison.OrdinalIgnoreCase) ? null : $"ended as {ended}",
            !isWhole || records[0].Target == (cell.Recorded == 'B' ? B : C).AsText() ? null : $"recorded for {records[0].Target}",
            isWhole && run.Missed > 0 ? $"missed {run.Missed}" : null,
        ];
        var complaints = string.Join(", ", all.OfType<string>());
        return complaints.Length == 0 ? null : $"{cell}: {complaints}; {string.Join(", ", run.Provider.Sent)}";
    }

    public void Dispose() => run.Dispose();

    private static ModelProvider Model(IClock clock, Perils perils)
    {
        var model = new ModelProvider(clock, perils) { Talk = Duration.FromHours(1), SecondsAlone = RingSeconds + 30 };
        model.Telephones[B] = Behaviour.Answers(3);
        return model;
    }

    private void SeeTransfer()
    {
        foreach (var call in run.Exchange.SupervisedCalls)
        {
            if (call.Transfer is { } transfer)
            {
                contradicts |= final.TryGetValue(transfer.Id, out var before) && before != transfer.State;
                if (transfer.IsFinal)
                {
                    final[transfer.Id] = transfer.State;
                }
            }
        }
    }

    private Act Begin(TransferMode mode) => new(() => run.Exchange.SupervisedCalls is [{ Phase: Phase.Talking }], async () =>
    {
        run.Provider.IsTransfer = true;
        if (Operations.Begin == 0)
        {
            Operations = (Perils.Operations, Perils.Operations);
            run.Provider.Telephones.Remove(B); // rung again, Anna does what the story says
        }

        var (_, problem) = await run.Exchange.Transfers.StartAsync(
            Anna,
            Assert.Single(run.Exchange.SupervisedCalls).Facts.Id,
            new TransferWish(Destination.Of(Tale.Colleague), mode, RingSeconds, NeedsKey: false),
            key: null,
            request: "",
            TestContext.Current.CancellationToken);
        Assert.True(problem is null or { Name: "transfer-under-way" }, $"{problem}");
        return true;
    });

    private Act Mark() => Act.Of(() => true, () => Operations = (Operations.Begin, Perils.Operations));

    private Act Leaving(CallTarget who) => Act.Of(
        () => true,
        () =>
        {
            run.Provider.IsTransfer = false;
            if (run.Provider.IsThere(who))
            {
                run.Provider.HangUp(who);
            }
        });

    private Act ActOf(Happening happening) => happening switch
    {
        Happening.AHangsUp => HangsUp(A),
        Happening.BHangsUp => HangsUp(B),
        Happening.CHangsUp => HangsUp(C),
        Happening.CIsBusy => Fails(C, LegFailure.Busy),
        Happening.CDeclines => Fails(C, LegFailure.Declined),
        Happening.CDoesNotAnswer => Fails(C, LegFailure.NoAnswer),
        Happening.CIsOutOfReach => Fails(C, LegFailure.NoConnection),
        Happening.CAnswers => Act.Of(() => run.Provider.IsRinging(C), () => run.Provider.Answer(C)),
        Happening.CAnswersAgain => Act.Of(() => run.Provider.HasAnswered(C), () => run.Provider.TellAgain(C)),
        Happening.BAnswers => Act.Of(() => run.Provider.IsRinging(B), () => run.Provider.Answer(B)),
        Happening.BDeclines => Fails(B, LegFailure.Declined),
        Happening.ThePausePasses => Act.Of(() => run.Provider.IsRinging(B), () => { }),
        Happening.Completes => Asks(run.Exchange.Desk.CompleteAsync),
        Happening.Cancels => Asks(run.Exchange.Desk.CancelAsync),
        _ => throw new ArgumentOutOfRangeException(nameof(happening)),
    };

    private Act HangsUp(CallTarget who) => Act.Of(
        () => run.Provider.IsThere(who),
        () =>
        {
            run.Provider.IsTransfer &= !IsLastTalk;
            run.Provider.HangUp(who);
        });

    /// <summary>Whoever hangs up then leaves somebody whom nobody looks after.</summary>
    private bool IsLastTalk => cell.IsOver && cell.State == cell.Becomes;

    private Act Fails(CallTarget who, LegFailure failure) =>
        Act.Of(() => run.Provider.IsRinging(who), () => run.Provider.Fail(who, failure));

    private Act Asks(Func<Person, TransferName, string?, CancellationToken, Task<(SupervisedCall?, Problem?)>> ask) => new(
        () => true,
        async () =>
        {
            if (run.Exchange.SupervisedCalls is [{ Transfer: { } transfer } call])
            {
                await ask(Anna, new TransferName(call.Facts.Id, transfer.Id), null, TestContext.Current.CancellationToken);
            }

            return true;
        });
}
