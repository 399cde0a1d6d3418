using System.CommandLine;
using Koppla.Cli.Api;
using Koppla.Cli.Running;

namespace Koppla.Cli.Numbers;

/// <summary><c>numbers get</c>, <c>reserve</c>, <c>release</c>.</summary>
internal static class NumberCommands
{
    public static Command Get(Surroundings surroundings)
    {
        var number = SharedOptions.Number();
        return surroundings.Command("get", "Show a number", [number], run =>
            run.ShowAsync(ApiRequest.Get(NumbersGroup.Root, run.Get(number)), ApiJson.Default.NumberBody, NumberTable.Of));
    }

    public static Command Reserve(Surroundings surroundings)
    {
        var number = SharedOptions.Number();
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command("reserve", "Take up a new number, as a reserved one", [number, dryRun], run => run.ShowAsync(
            ApiRequest.Post(NumbersGroup.Root).DryRun(run.Get(dryRun))
                .Json(new NumberRequest(run.Get(number)), Written.Json.NumberRequest),
            ApiJson.Default.NumberBody,
            NumberTable.Of));
    }

    public static Command Release(Surroundings surroundings)
    {
        var number = SharedOptions.Number();
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command("release", "Give up a reserved number", [number, dryRun], run => run.ShowAsync(
            ApiRequest.Delete(NumbersGroup.Root, run.Get(number)).DryRun(run.Get(dryRun)), "Released."));
    }
}
