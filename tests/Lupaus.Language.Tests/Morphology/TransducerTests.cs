using Lupaus.Language.Morphology;

namespace Lupaus.Language.Tests.Morphology;

public sealed class TransducerTests
{
    private static readonly byte[] File = System.IO.File.ReadAllBytes(DictionaryFile.Find(null)!);

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(18)]
    [InlineData(400)]
    public void A_file_cut_short_is_refused(int length) =>
        Should.Throw<FormatException>(() => Transducer.Read(File.AsSpan(0, length)));

    [Fact]
    public void A_file_of_another_kind_is_refused() =>
        Should.Throw<FormatException>(() => Transducer.Read(new byte[100_000])).Message.ShouldBe("This is no VFST dictionary.");

    [Fact]
    public void A_damaged_file_is_refused_or_read_but_never_walked_out_of()
    {
        var random = new Random(5);
        var refused = 0;
        for (var i = 0; i < 40; i++)
        {
            var damaged = File.AsSpan(0, 80_000 + i * 8).ToArray();
            for (var hit = 0; hit < 20; hit++)
                damaged[random.Next(2400, damaged.Length)] = (byte)random.Next(256);
            refused += IsRefused(damaged) ? 1 : 0;
        }

        refused.ShouldBe(40, "half a dictionary always leads out of itself");
    }

    private static bool IsRefused(byte[] bytes)
    {
        try
        {
            Transducer.Read(bytes);
            return false;
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
