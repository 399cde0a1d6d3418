using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Functions.Numbers;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Insight;
using Koppla.Routing.Numbers;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Insight;

/// <summary>Compares the outlooks of the changed numbers. Calls to other numbers that end at these are not searched for.</summary>
internal sealed class ChangePreview(OrganisationView view, IClock clock) : IChangePreview
{
    private static readonly Duration Ahead = Duration.FromDays(7);

    /// <remarks>Two users are the same when they would be stored alike.</remarks>
    public async Task<ChangePreviewBody> PreviewAsync(User before, User after, Language language, CancellationToken cancellationToken)
    {
        var asked = new Asked(after.Organisation, after.Numbers, after.Handling.Schedule.Zone, language);
        var (changes, warnings) = await CompareAsync(
            asked, RoutingData.Empty.With(before), RoutingData.Empty.With(after), cancellationToken);
        return new(UserMapping.JsonOf(before) != UserMapping.JsonOf(after), changes, warnings);
    }

    public async Task<ChangePreviewBody> PreviewAsync(
        PhoneNumber number, NumberEntry before, NumberEntry after, Language language, CancellationToken cancellationToken)
    {
        var asked = new Asked(NumberMapping.OrganisationOf(after), [number], Schedule.Empty.Zone, language);
        var (changes, warnings) = await CompareAsync(
            asked, RoutingData.Empty.With(number, before), RoutingData.Empty.With(number, after), cancellationToken);
        return new(before != after, changes, warnings);
    }

    private async Task<(IReadOnlyList<ChangeBody> Changes, IReadOnlyList<WarningBody> Warnings)> CompareAsync(
        Asked asked, RoutingData before, RoutingData after, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var window = new Interval(now, now + Ahead);
        var changes = new List<ChangeBody>();
        var warnings = new List<WarningBody>();
        foreach (var number in asked.Numbers)
        {
            (var was, before) = await AskAsync(before, number);
            (var willBe, after) = await AskAsync(after, number);
            changes.AddRange(OutlookChanges.Between(was, willBe).Select(change => BodyOf(asked, number, change)));
            warnings.AddRange(Faults.New(was, willBe, asked.Zone));
        }

        return (changes, warnings);

        Task<(Outlook Answer, RoutingData Data)> AskAsync(RoutingData data, PhoneNumber number) => view.AskAsync<Outlook>(
            asked.Organisation, data, known => Outlook.Of(known, number, window), cancellationToken);
    }

    private static ChangeBody BodyOf(Asked asked, PhoneNumber number, OutlookChange change) => new(
        number.E164,
        InstantTexts.In(asked.Zone, change.Start),
        InstantTexts.In(asked.Zone, change.End),
        ChangeSideBody.Of(change.Before, asked.Language),
        ChangeSideBody.Of(change.After, asked.Language));

    private sealed record Asked(OrganisationId Organisation, ImmutableArray<PhoneNumber> Numbers, DateTimeZone Zone, Language Language);
}
