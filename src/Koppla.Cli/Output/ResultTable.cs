using Spectre.Console;
using Spectre.Console.Rendering;

namespace Koppla.Cli.Output;

/// <summary>A table with lines for people at a terminal, and without for programs.</summary>
internal sealed class ResultTable : Renderable
{
    private readonly Table table = new();

    public ResultTable(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }
    }

    public void AddRow(params IEnumerable<IRenderable> cells) => table.AddRow(cells);

    protected override Measurement Measure(RenderOptions options, int maxWidth) =>
        ((IRenderable)Lined(options)).Measure(options, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        ((IRenderable)Lined(options)).Render(options, maxWidth);

    private Table Lined(RenderOptions options)
    {
        table.Border = options.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.None;
        return table;
    }
}
