using System.Buffers;
using System.Text;

namespace Lupaus.Mail.Writing;

/// <summary>The lines of a message as they are written.</summary>
internal sealed class MailLines
{
    private const int Usual = 76;
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    public void Field(string name, string text) => Field(name, text.Split(' '));

    /// <summary>A header field made of words, which are parted by spaces and never broken; folded before a word that would make the line too long.</summary>
    public void Field(string name, IReadOnlyList<string> words)
    {
        Append(name);
        Append(":");
        var length = name.Length + 1;
        for (var i = 0; i < words.Count; i++)
        {
            // The first word stays with the name: a line with the name alone confuses old programs.
            if (i > 0 && length + 1 + words[i].Length > Usual && words[i].Length > 0)
            {
                Append("\r\n");
                length = 0;
            }
            Append(" ");
            Append(words[i]);
            length += 1 + words[i].Length;
        }
        Line();
    }

    public void Line(string text = "")
    {
        Append(text);
        Append("\r\n");
    }

    public void Append(string text) => Encoding.UTF8.GetBytes(text, _bytes);

    public void Append(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}
