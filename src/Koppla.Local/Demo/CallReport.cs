using System.Text.Json;
using Koppla.Simulator.Calls;

namespace Koppla.Local.Demo;

/// <summary>Writes one call for people: who called, what was decided and why, what the provider did.</summary>
internal sealed class CallReport(TextWriter output)
{
    public void Write(int number, DemoCall demo, SimulatedCall call, JsonElement? record, bool good)
    {
        output.WriteLine($"{number}. {demo.Title}");
        output.WriteLine($"   {demo.Caller?.Display ?? "withheld"} calls {demo.Called.Display}");
        if (record is { } found)
        {
            WriteDecision(found);
        }

        output.WriteLine("   what happened");
        var start = call.Timeline[0].At;
        foreach (var entry in call.Timeline)
        {
            output.WriteLine($"     {(entry.At - start).TotalSeconds,7:0.000} s  {entry.Text}");
        }

        output.WriteLine(good ? "   as it should" : $"   NOT AS IT SHOULD: {demo.Ends} ({demo.With}) was expected");
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
