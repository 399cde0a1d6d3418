using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Koppla.Cli.Api;
using Koppla.Cli.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Koppla.Cli.Running;

/// <summary>Asks the API and shows what it answers.</summary>
internal static class Showing
{
    /// <summary>The most items that the API gives at once.</summary>
    private const int PageSize = 200;

    /// <param name="done">What is said when the answer is empty.</param>
    public static Task<Failure?> ShowAsync(this Run run, ApiRequest request, string done = "Done.") =>
        run.ShowAsync(request, ApiJson.Default.JsonElement, DocumentView.Of, done);

    /// <param name="view">How people see the answer. That of a dry run is another document, and shown as it is.</param>
    public static async Task<Failure?> ShowAsync<T>(
        this Run run, ApiRequest request, JsonTypeInfo<T> type, Func<T, IRenderable> view, string done = "Done.")
    {
        var (answer, failure) = await run.SendAsync(request);
        return failure ?? (request.IsDryRun
            ? run.Show(answer!, ApiJson.Default.JsonElement, DocumentView.Of, "Nothing was changed: this was a dry run.")
            : run.Show(answer!, type, view, done));
    }

    public static Failure? Show<T>(this Run run, Answer answer, JsonTypeInfo<T> type, Func<T, IRenderable> view, string done = "Done.")
    {
        if (run.Display.IsJson)
        {
            run.Display.Json(answer.Text);
            return null;
        }

        if (answer.Text.Length == 0)
        {
            run.Display.Show(new Text(done));
            return null;
        }

        var (value, failure) = answer.Read(type);
        if (failure is null)
        {
            run.Display.Show(view(value!));
        }

        return failure;
    }

    /// <summary>All pages of a list.</summary>
    /// <param name="first">Null: all items.</param>
    /// <param name="what">For the line that counts them: <c>numbers</c>.</param>
    public static async Task<Failure?> ListAsync<T>(
        this Run run, ApiRequest request, int? first, JsonTypeInfo<T> type, Func<IReadOnlyList<T>, IRenderable> view, string what)
    {
        var items = new List<JsonElement>();
        string? continuation = null;
        do
        {
            var wanted = (first ?? int.MaxValue) - items.Count;
            var limit = Math.Min(PageSize, wanted);
            var (answer, failure) = await run.SendAsync(request.With("limit", $"{limit}").With("continuation", continuation));
            var (page, unread) = answer?.Read(ApiJson.Default.Page) ?? (null, failure);
            if (unread is not null)
            {
                return unread;
            }

            items.AddRange(page!.Items.Take(wanted)); // of people, a page may have more numbers than its limit
            continuation = page.Continuation;
        }
        while (continuation is not null && items.Count < first.GetValueOrDefault(int.MaxValue));

        return run.ShowAll(items, type, view, what);
    }

    private static Failure? ShowAll<T>(
        this Run run, List<JsonElement> items, JsonTypeInfo<T> type, Func<IReadOnlyList<T>, IRenderable> view, string what)
    {
        if (run.Display.IsJson)
        {
            run.Display.Json($"[{string.Join(",\n", items.Select(item => item.GetRawText()))}]");
            return null;
        }

        run.Display.Show(view([.. items.Select(item => item.Deserialize(type)!)]));
        run.Display.Note($"{items.Count} {what}.");
        return null;
    }
}
