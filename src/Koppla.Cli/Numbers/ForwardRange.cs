using System.CommandLine;
using Koppla.Cli.Api;
using Koppla.Cli.Running;

namespace Koppla.Cli.Numbers;

/// <summary><c>numbers forward-range</c>.</summary>
internal static class ForwardRange
{
    public static Command Create(Surroundings surroundings)
    {
        var from = SharedOptions.Number("from");
        var to = SharedOptions.Number("to");
        var destination = new Argument<string?>("destination") { Description = "Where their calls go", Arity = ArgumentArity.ZeroOrOne };
        var remove = new Option<bool>("--remove") { Description = "Forward them no more" };
        var enabled = SharedOptions.Enabled();
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command(
            "forward-range", "Forward every number from one to another", [from, to, destination, remove, enabled, dryRun], async run =>
                run.Get(destination) is null == run.Get(remove)
                    ? await ChangeAsync(
                        run,
                        new RangeRequest(run.Get(from), run.Get(to), run.Get(destination), run.Get(enabled)),
                        run.Get(dryRun))
                    : Failure.Usage("It takes a destination or --remove, one of them."));
    }

    private static async Task<Failure?> ChangeAsync(Run run, RangeRequest range, bool dryRun)
    {
        var (answer, failure) = await run.SendAsync(
            ApiRequest.Post(NumbersGroup.Root, "forwarding").DryRun(dryRun).Json(range, Written.Json.RangeRequest));
        var (report, unread) = answer?.Read(ApiJson.Default.ReportBody) ?? (null, failure);
        if (unread is not null)
        {
            return unread;
        }

        if (run.Display.IsJson)
        {
            run.Display.Json(answer!.Text);
            return ReportView.FailureOf(report!);
        }

        return run.ShowReport(report!, dryRun);
    }
}
