using System.Diagnostics;
using System.Globalization;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Tests;

// Measures and torments the reader of mail. SAMPLES is the folder samples/mail.
//   Lupaus.Mail.Bench fuzz SAMPLES [COUNT] [FIRST SEED]: reads COUNT mutated messages; exit 1 if any was read wrongly
//   Lupaus.Mail.Bench show SAMPLES SEED: writes the message of that seed to standard output
//   Lupaus.Mail.Bench worst: the time and memory of messages made to take much of either
//   Lupaus.Mail.Bench speed SAMPLES: CPU per message
switch (args)
{
    case ["fuzz", var samples, .. var rest]:
        return Fuzz(new Mutations(Read(samples)), rest.Length > 0 ? Number(rest[0]) : 1_000_000, rest.Length > 1 ? Number(rest[1]) : 0);
    case ["show", var samples, var seed]:
        using (var output = Console.OpenStandardOutput())
            output.Write(new Mutations(Read(samples)).Make(Number(seed)));
        return 0;
    case ["worst"]:
        return Worst();
    case ["speed", var samples]:
        return Speed(Path.Combine(samples, "customer.eml"));
    default:
        Console.Error.WriteLine("usage: Lupaus.Mail.Bench fuzz SAMPLES [COUNT] [FIRST SEED] | show SAMPLES SEED | worst | speed SAMPLES");
        return 2;
}

static int Fuzz(Mutations mutations, int count, int first)
{
    var wrong = 0;
    for (var seed = 0; seed < 2000; seed++)
        MailReader.Read(mutations.Make(seed));
    var (slowest, slowestSeed, largest, largestSeed) = (TimeSpan.Zero, 0, 0.0, 0);
    for (var seed = first; seed < first + count; seed++)
    {
        var bytes = mutations.Make(seed);
        try
        {
            var started = Stopwatch.GetTimestamp();
            var allocated = Inspection.Allocated(bytes);
            var took = Stopwatch.GetElapsedTime(started);
            if (took > slowest)
                (slowest, slowestSeed) = (took, seed);
            var share = (allocated - Inspection.Fixed) / (double)Math.Max(1, bytes.Length);
            if (share > largest)
                (largest, largestSeed) = (share, seed);
            if (Inspection.WhyNot(bytes) is { } why)
                Say($"seed {seed}: {why}", ref wrong);
        }
        catch (Exception problem)
        {
            Say($"seed {seed}: {problem}", ref wrong);
        }
        if (seed % 100_000 == 99_999)
            Console.WriteLine($"{seed + 1 - first} read, {wrong} wrong");
    }
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} messages, {wrong} wrong; slowest {slowest.TotalMilliseconds:0.0} ms (seed {slowestSeed}); most memory {largest:0.0} times the message over {Inspection.Fixed / 1024} KB (seed {largestSeed})"));
    return wrong == 0 ? 0 : 1;
}

static int Worst()
{
    foreach (var (name, bytes) in WorstCases.All())
    {
        MailReader.Read(bytes);
        var allocated = Inspection.Allocated(bytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Inspection.Time(bytes, 15).TotalMilliseconds,8:0.0} ms  {allocated / (double)bytes.Length,6:0.00} times  {name}"));
    }
    return 0;
}

static int Speed(string file)
{
    var bytes = File.ReadAllBytes(file);
    for (var i = 0; i < 5000; i++)
        MailReader.Read(bytes);
    Thread.Sleep(500);
    for (var round = 0; round < 5; round++)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < 10_000; i++)
            MailReader.Read(bytes);
        var each = (Process.GetCurrentProcess().TotalProcessorTime - before) / 10_000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes: {each.TotalMicroseconds:0.0} µs CPU, {Inspection.Allocated(bytes) / 1024.0:0.0} KB allocated"));
    }
    return 0;
}

static byte[][] Read(string folder) => [.. Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static void Say(string what, ref int wrong)
{
    if (++wrong <= 20)
        Console.WriteLine(what);
}
