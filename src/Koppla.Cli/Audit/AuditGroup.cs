using System.CommandLine;
using System.Text.Json;
using Koppla.Cli.Api;
using Koppla.Cli.Output;
using Koppla.Cli.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Koppla.Cli.Audit;

/// <summary><c>audit</c>: who changed what, and when.</summary>
internal static class AuditGroup
{
    private const string Root = "audit";

    public static Command Create(Surroundings surroundings) => CommandBuilding.Group(
        Root, "Who changed what, and when", List(surroundings), Get(surroundings));

    private static Command List(Surroundings surroundings)
    {
        var from = SharedOptions.Text("--from", "The earliest that is told: 2026-11-24T08:00:00+01:00", "time");
        var to = SharedOptions.Text("--to", "The first that is not told any more", "time");
        var person = SharedOptions.Text("--person", "Only changes that this person made", "id");
        var about = SharedOptions.Text("--object", "Only changes of this: organisation, user:<id> or number:<number>", "object");
        var first = SharedOptions.First();
        return surroundings.Command("list", "List changes, newest first", [from, to, person, about, first], run => run.ListAsync(
            ApiRequest.Get(Root)
                .With("from", run.Get(from))
                .With("to", run.Get(to))
                .With("person", run.Get(person))
                .With("object", run.Get(about)),
            run.Get(first),
            ApiJson.Default.JsonElement,
            DocumentView.OfAll,
            "changes"));
    }

    private static Command Get(Surroundings surroundings)
    {
        var id = new Argument<string>("id") { Description = "Of the change, as 'list' shows it" };
        return surroundings.Command("get", "Show a change: what it was before, and after", [id], run =>
            run.ShowAsync(ApiRequest.Get(Root, run.Get(id)), ApiJson.Default.JsonElement, View));
    }

    private static IRenderable View(JsonElement change)
    {
        if (change.ValueKind != JsonValueKind.Object)
        {
            return DocumentView.Of(change);
        }

        var rest = change.EnumerateObject().Where(member => member.Name is not ("before" or "after"));
        return new Rows(
            DocumentView.Of(rest.Select(member => new DocumentLine(member.Name, member.Value.ToString()))),
            DocumentView.Difference(Side("before"), Side("after")));

        JsonElement Side(string name) => change.TryGetProperty(name, out var side) ? side : default;
    }
}
