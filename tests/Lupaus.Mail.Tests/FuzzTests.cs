using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Tests;

/// <summary>Far more of the same is run by bench/Lupaus.Mail.Bench. What was read wrongly once stands among the samples: seeds mean something else when samples are added.</summary>
public sealed class FuzzTests
{
    private static readonly Mutations Mutations = new([.. Samples.Names.Select(Samples.Bytes)]);

    [Fact]
    public void No_bytes_make_the_reader_stumble()
    {
        for (var seed = 0; seed < 20_000; seed++)
            Inspection.WhyNot(Mutations.Make(seed)).ShouldBeNull($"seed {seed}");
    }

    [Fact]
    public void No_message_takes_more_than_eight_times_its_size()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var bytes = Mutations.Make(seed);
            Inspection.Allocated(bytes).ShouldBeLessThan(8L * bytes.Length + Inspection.Fixed, $"seed {seed}");
        }
    }

    [Fact]
    public void A_megabyte_made_to_take_long_does_not()
    {
        foreach (var (name, bytes) in WorstCases.All())
        {
            MailReader.Read(bytes);
            Inspection.Allocated(bytes).ShouldBeLessThan(8L * bytes.Length + Inspection.Fixed, name);
            // Measured: under 50 ms. What is quadratic takes minutes; a busy machine may take ten times as long as a free one.
            Inspection.Time(bytes).ShouldBeLessThan(TimeSpan.FromSeconds(1), name);
        }
    }

    [Fact]
    public void Half_a_message_is_read_as_far_as_it_goes()
    {
        foreach (var name in Samples.Names)
        {
            var bytes = Samples.Bytes(name);
            for (var length = 0; length < bytes.Length; length += 7)
                Inspection.WhyNot(bytes[..length]).ShouldBeNull($"{name}, {length} bytes");
        }
    }
}
