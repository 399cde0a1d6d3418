using System.CommandLine;
using Koppla.Benchmarks.Administration;
using Koppla.Benchmarks.Calls;
using Koppla.Benchmarks.Calls.Floor;
using Koppla.Benchmarks.Capacity;
using Koppla.Benchmarks.Operations;
using Koppla.Benchmarks.Routing;
using Koppla.Benchmarks.Search;
using Koppla.Benchmarks.Supervised;
using Koppla.Benchmarks.Transfers;

var command = new RootCommand("Measures Koppla; build it in Release.")
{
    DecisionsCommand.Create(),
    CallsCommand.Create(),
    SupervisedCommand.Create(),
    TransfersCommand.Create(),
    OperationsCommand.Create(),
    CapacityCommand.Create(),
    SearchCommand.Create(),
    NumbersCommand.Create(),
    TokensCommand.Create(),
    FloorCommand.Create(),
};
return await command.Parse(args).InvokeAsync();
