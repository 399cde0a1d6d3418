using Koppla.Local;

var command = LocalOptions.Command();
command.SetAction((arguments, cancellation) => LocalRun.RunAsync(arguments, Console.Out, cancellation));
return await command.Parse(args).InvokeAsync();
