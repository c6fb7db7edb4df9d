using System.Buffers.Binary;
using System.Text;

namespace Lupaus.Language.Training;

/// <summary>Reads gettext's compiled catalogues: pairs of an English message and its translation.</summary>
internal static class Translations
{
    public static IEnumerable<(string Original, string Translation)> Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes.Length < 20 || Number(bytes, 0) != 0x950412de)
            yield break;
        var (count, originals, translations) = (Number(bytes, 8), (int)Number(bytes, 12), (int)Number(bytes, 16));
        for (var i = 0; i < count; i++)
        {
            var original = Text(bytes, originals + 8 * i);
            if (original != "")
                yield return (original[(original.IndexOf('\u0004') + 1)..], Text(bytes, translations + 8 * i));
        }
    }

    /// <summary>Up to the first zero: the plural forms after it are much the same.</summary>
    private static string Text(byte[] bytes, int entry)
    {
        var text = bytes.AsSpan((int)Number(bytes, entry + 4), (int)Number(bytes, entry));
        var end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    private static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
