using Lupaus.Ground.Files;

namespace Lupaus.Tests.Ground.Files;

public sealed class PictureWidthTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0x0B, 0x40, 0, 0, 0, 1];
    private static readonly byte[] Gif = [.. "GIF89a"u8, 0x40, 0x01, 1, 0];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 17, 8, 0x0B, 0xD0, 0x0F, 0xC0, 3];

    [Fact]
    public void A_picture_says_how_wide_it_is()
    {
        PictureWidth.Of(Png).ShouldBe(2880);
        PictureWidth.Of(Gif).ShouldBe(320);
        PictureWidth.Of(Jpeg).ShouldBe(4032);
    }

    [Fact]
    public void What_is_cut_or_made_to_mislead_says_nothing_and_harms_nothing()
    {
        byte[][] pictures = [Png, Gif, Jpeg, [0xFF, 0xD8, 0xFF, .. Enumerable.Repeat((byte)0xFF, 50)], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, .. new byte[50]], "%PDF-1.7"u8.ToArray()];
        var chance = new Random(26);

        foreach (var picture in pictures)
        {
            for (var length = 0; length <= picture.Length; length++)
                PictureWidth.Of(picture.AsSpan(0, length));
            for (var i = 0; i < 2000; i++)
            {
                var other = picture.ToArray();
                other[chance.Next(other.Length)] = (byte)chance.Next(256);
                PictureWidth.Of(other);
            }
        }

        PictureWidth.Of("%PDF-1.7"u8).ShouldBeNull();
        PictureWidth.Of(Jpeg.AsSpan(0, 15)).ShouldBeNull();
    }
}
