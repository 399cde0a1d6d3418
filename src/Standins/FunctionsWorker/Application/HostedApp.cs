using Koppla.Standins.FunctionsWorker.Functions;

namespace Koppla.Standins.FunctionsWorker.Application;

/// <param name="Catalog">The app's functions.</param>
/// <param name="HasHttp">True if the app asked for HTTP functions.</param>
/// <param name="RoutePrefix">Before every HTTP function's route; may be empty.</param>
internal sealed record HostedApp(FunctionCatalog Catalog, bool HasHttp, string RoutePrefix);
