using System.Globalization;
using CsCheck;
using Koppla.Functions.LiveUpdates;

namespace Koppla.Functions.Tests.LiveUpdates;

/// <summary>Calls as a user sees them, few enough that two lists of them have some in common.</summary>
internal static class Views
{
    public static readonly Gen<CallView[]> Lists = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 3], Gen.Bool, (number, state, isOver) => View(number, state, isOver))
        .Array[0, 8].Select(views => views.DistinctBy(view => view.Id).ToArray());

    public static CallView View(int number, int state = 0, bool isOver = false)
    {
        var json = string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{IdOf(number)}}","state":"{{state}}-{{isOver}}"}""");
        return new CallView(IdOf(number), CallVersion.Of(json, isOver), json);
    }

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{2516900000000000000 + number:D19}-{number:x16}");

    public static SeenCalls Seen(IEnumerable<CallView> views) =>
        views.Aggregate(SeenCalls.None, (seen, view) => seen.With(view.Id, view.Version));
}
