using Koppla.Cli.Output;
using Spectre.Console;

namespace Koppla.Cli.Numbers;

internal static class NumberTable
{
    public static ResultTable Of(NumberBody number) => Of([number]);

    public static ResultTable Of(IReadOnlyList<NumberBody> numbers)
    {
        var table = new ResultTable("number", "kind", "state", "holder", "forwarded to");
        foreach (var number in numbers)
        {
            table.AddRow(
                Cells.Of(number.Number),
                Cells.Of(number.Kind),
                Cells.Of(number.State, number.State == "reserved" ? Color.Yellow : Color.Green),
                Cells.Of(number.Holder ?? number.User),
                ForwardedTo(number.Forwarding));
        }

        return table;
    }

    private static Text ForwardedTo(ForwardingBody? forwarding) => forwarding switch
    {
        null => Cells.Of(null),
        { Enabled: true } => Cells.Of(forwarding.Destination),
        _ => Cells.Of($"{forwarding.Destination} (off)", Color.Grey),
    };
}
