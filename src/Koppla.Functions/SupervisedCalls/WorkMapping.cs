using Koppla.Functions.Telephony;
using Koppla.Routing.Decisions;
using static Koppla.Functions.SupervisedCalls.SupervisedCallDocument;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Between the work of a step and its part of the call's document.</summary>
internal static class WorkMapping
{
    private const string Ring = "ring";
    private const string Refer = "refer";
    private const string Transfer = "transfer";
    private const string Part = "part";
    private const string HangUp = "hang-up";

    public static WorkDocument ToDocument(Work work) => work switch
    {
        Work.Ring ring => new WorkDocument
        {
            Kind = Ring,
            Number = ring.Line.E164,
            Seconds = ring.Seconds,
            Trail = ring.Trail,
            Legs = [.. ring.Legs.Select(ToDocument)],
            User = ring.User?.ToString(),
        },
        Work.Refer refer => Of(refer.Prompt, Refer) with { Number = refer.Line.E164 },
        Work.Part part => Of(part.Prompt, Part),
        Work.Transfer transfer => new WorkDocument
        {
            Kind = Transfer,
            Number = transfer.Destination.E164,
            CallerId = transfer.CallerId?.E164,
            OtherCallerId = transfer.OtherCallerId?.E164,
            Trail = transfer.Trail,
        },
        _ => new WorkDocument { Kind = HangUp },
    };

    public static Work FromDocument(WorkDocument document) => document.Kind switch
    {
        Ring => new Work.Ring(
            StoredCall.Number(document.Number), document.Seconds, document.Trail, [.. (document.Legs ?? []).Select(FromDocument)])
        {
            User = StoredCall.UserOrNull(document.User),
        },
        Refer => new Work.Refer(StoredCall.Number(document.Number), PromptOf(document)),
        Part => new Work.Part(PromptOf(document)),
        Transfer => new Work.Transfer(
            StoredCall.Number(document.Number),
            StoredCall.NumberOrNull(document.CallerId),
            StoredCall.NumberOrNull(document.OtherCallerId),
            document.Trail),
        HangUp => new Work.HangUp(),
        _ => throw StoredCall.Corrupt(document.Kind),
    };

    public static LegDocument ToDocument(Leg leg) => new(
        StoredCall.Text(leg.Target),
        leg.CallerId?.E164,
        leg.OtherCallerId?.E164,
        leg.Failure is { } failure ? Names.Kebab(failure) : null,
        leg.Invitation,
        leg.ShowsOther);

    public static Leg FromDocument(LegDocument document) => new(
        StoredCall.Target(document.Target),
        StoredCall.NumberOrNull(document.CallerId),
        StoredCall.NumberOrNull(document.OtherCallerId),
        StoredCall.EnumeratedOrNull<LineState>(document.Failure),
        document.Invitation,
        document.ShowsOther);

    private static WorkDocument Of(Prompt prompt, string kind) => prompt switch
    {
        Prompt.Speech speech => new WorkDocument { Kind = kind, Text = speech.Text, Language = Names.Kebab(speech.Language) },
        Prompt.Sound sound => new WorkDocument { Kind = kind, Sound = sound.File.AbsoluteUri },
        _ => throw new ArgumentOutOfRangeException(nameof(prompt)),
    };

    private static Prompt PromptOf(WorkDocument document) => document.Sound is { } file
        ? new Prompt.Sound(Uri.TryCreate(file, UriKind.Absolute, out var sound) ? sound : throw StoredCall.Corrupt(file))
        : new Prompt.Speech(document.Text ?? throw StoredCall.Corrupt("text"), StoredCall.Enumerated<Language>(document.Language));
}
