using Koppla.Cli;
using Koppla.Cli.Running;

return await KopplaCommand.RunAsync(args, Surroundings.OfProcess(), CancellationToken.None);
