using Koppla.Routing.Directory;

namespace Koppla.Functions.Callers;

/// <summary>A user's exceptions. The first that fits a caller wins.</summary>
internal sealed record ExceptionListBody(IReadOnlyList<ExceptionBody?> Items = null!)
{
    public static ExceptionListBody Of(CallHandling handling) => new([.. handling.Exceptions.Select(ExceptionBody.Of)]);
}
