using System.Globalization;
using Lupaus.Bench;

// Measures Lupaus as a process of its own, as a browser and a program would meet it. bin/bench calls it; the settings
// come from the environment (LUPAUS__…), and it must be filled with the demo company.
//   Lupaus.Bench PROGRAM [SECONDS] [WARM-UP SECONDS] [PID OF POSTGRESQL]
//   Lupaus.Bench bare: an answer of two bytes from a bare minimal API, to be measured beside
switch (args)
{
    case ["bare"]:
        await BareApi.Serve();
        return 0;
    case [var program, .. var rest]:
        var seconds = Number(rest, 0, 8);
        await new Measurement(program, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(Number(rest, 1, 15)), rest.Length > 2 ? (int)Number(rest, 2, 0) : null).Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: Lupaus.Bench PROGRAM [SECONDS] [WARM-UP SECONDS] [PID OF POSTGRESQL]");
        return 2;
}

static double Number(string[] from, int at, double otherwise) => from.Length > at ? double.Parse(from[at], CultureInfo.InvariantCulture) : otherwise;
