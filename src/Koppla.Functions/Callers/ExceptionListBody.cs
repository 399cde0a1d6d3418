using Koppla.Functions.Api.Documentation;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Callers;

/// <summary>A user's exceptions. The first that fits a caller wins.</summary>
[Example("""{"items":[{"group":"withheld","treatment":"blocked"},{"group":"number","number":"070-174 06 60","treatment":"vip"}]}""")]
internal sealed record ExceptionListBody(IReadOnlyList<ExceptionBody?> Items = null!)
{
    public static ExceptionListBody Of(CallHandling handling) => new([.. handling.Exceptions.Select(ExceptionBody.Of)]);
}
