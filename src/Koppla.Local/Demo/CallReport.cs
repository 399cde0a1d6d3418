using System.Text.Json;
using Koppla.Local.Example;
using Koppla.Simulator.Calls;

namespace Koppla.Local.Demo;

/// <summary>Writes one call for people: who called, what was decided and why, what the provider did.</summary>
internal sealed class CallReport(TextWriter output)
{
    public void Write(int number, DemoCall demo, SimulatedCall call, JsonElement? record, bool good)
    {
        WriteHead(number, demo.Title, $"{demo.Caller?.Display ?? "withheld"} calls {demo.Called.Display}", record);
        WriteCourse(call, good ? null : $"{demo.Ends} ({demo.With}) was expected");
    }

    /// <param name="requests">What Anna asked for over the API, and what she was answered.</param>
    public void Write(
        int number, DemoTransfer demo, IReadOnlyList<string> requests, SimulatedCall call, JsonElement? record, bool good) => Write(
        number,
        demo.Title,
        $"{ExampleOrganisation.Customer.Display} calls {ExampleOrganisation.AnnaFixed.Display}",
        requests,
        call,
        record,
        good ? null : $"{demo.Ends} ({demo.With}) was expected");

    /// <param name="who">Who calls whom.</param>
    /// <param name="wrong">What should have been instead; null: nothing.</param>
    public void Write(
        int number, string title, string who, IReadOnlyList<string> requests, SimulatedCall call, JsonElement? record, string? wrong)
    {
        WriteHead(number, title, who, record);
        output.WriteLine("   what Anna's app asked for");
        foreach (var request in requests)
        {
            output.WriteLine($"     {request}");
        }

        WriteCourse(call, wrong);
    }

    private void WriteHead(int number, string title, string who, JsonElement? record)
    {
        output.WriteLine($"{number}. {title}");
        output.WriteLine($"   {who}");
        if (record is { } found)
        {
            WriteDecision(found);
        }
    }

    private void WriteCourse(SimulatedCall call, string? wrong)
    {
        output.WriteLine("   what happened");
        var start = call.Timeline[0].At;
        foreach (var entry in call.Timeline)
        {
            output.WriteLine($"     {(entry.At - start).TotalSeconds,7:0.000} s  {entry.Text}");
        }

        output.WriteLine(wrong is null ? "   as it should" : $"   NOT AS IT SHOULD: {wrong}");
        output.WriteLine();
    }

    private void WriteDecision(JsonElement record)
    {
        var target = record.TryGetProperty("target", out var number) ? $" to {number}" : "";
        var milliseconds = record.GetProperty("actedInMilliseconds").GetDouble();
        output.WriteLine($"   decided: {record.GetProperty("outcome")}{target} ({record.GetProperty("reason")}, {milliseconds:0} ms)");
        foreach (var sentence in record.GetProperty("explanation").EnumerateArray())
        {
            output.WriteLine($"     - {sentence}");
        }
    }
}
