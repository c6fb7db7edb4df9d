using Lupaus.Web.Pages.Shell;

return await new CommandLine(Console.Out, Console.Error).Run(args);
