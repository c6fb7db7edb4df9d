using System.Buffers;
using System.Text;
using Lupaus.Mail.Coding;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Headers;

/// <summary>
/// Decodes encoded words wherever they stand (RFC 2047), also inside quotes and against other text, where they may not.
/// Neighbours of one charset are joined as bytes first: many programs split a letter between two words.
/// </summary>
internal static class EncodedWords
{
    public static string Decode(string text, RepairLog log)
    {
        var at = text.IndexOf("=?", StringComparison.Ordinal);
        var lastEnd = text.LastIndexOf("?=", StringComparison.Ordinal);
        if (at < 0 || lastEnd < at)
            return text;
        using var into = new CharBuffer(text.Length + 16);
        using var run = new Run(text.Length, into, log);
        var copied = 0;
        while (at >= 0)
        {
            if (!EncodedWord.TryRead(text, at, lastEnd, out var word))
            {
                at = text.IndexOf("=?", at + 2, StringComparison.Ordinal);
                continue;
            }
            var between = text.AsSpan(copied, at - copied);
            if (!run.IsOpen || between.ContainsAnyExcept(' ', '\t'))
            {
                run.Close();
                into.Append(between);
            }
            run.Add(word, text);
            copied = word.End;
            at = text.IndexOf("=?", copied, StringComparison.Ordinal);
        }
        run.Close();
        into.Append(text.AsSpan(copied));
        return into.ToString().ReplaceControls();
    }

    private sealed class Run(int length, CharBuffer into, RepairLog log) : IDisposable
    {
        private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(length * 3 + 8);
        private string _charset = "";
        private int _length;

        public bool IsOpen { get; private set; }

        public void Add(EncodedWord word, string text)
        {
            var charset = text.AsSpan(word.Charset, word.CharsetLength);
            if (IsOpen && !charset.Equals(_charset, StringComparison.OrdinalIgnoreCase))
                Flush();
            if (!charset.SequenceEqual(_charset))
                _charset = charset.ToString();
            IsOpen = true;
            var piece = text.AsSpan(word.Content, word.ContentLength);
            var bytes = _bytes.AsSpan(_length);
            _length += word.IsBase64 ? FromBase64(piece, bytes) : FromQ(piece, bytes);
        }

        public void Close()
        {
            Flush();
            IsOpen = false;
        }

        public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

        private void Flush()
        {
            if (_length > 0)
                TextDecoder.Decode(_bytes.AsSpan(0, _length), _charset, into, log);
            _length = 0;
        }

        private int FromBase64(ReadOnlySpan<char> text, Span<byte> into)
        {
            var scratch = ArrayPool<byte>.Shared.Rent(text.Length * 3 + 8);
            var length = Charsets.Utf8.GetBytes(text, scratch);
            var written = Base64Body.Decode(scratch.AsSpan(0, length), into, out _);
            if (scratch.AsSpan(0, length).Contains((byte)' '))
                log.Add(Repair.EncodedWordBroken);
            ArrayPool<byte>.Shared.Return(scratch);
            return written;
        }

        private int FromQ(ReadOnlySpan<char> text, Span<byte> into)
        {
            var written = 0;
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                if (c == ' ')
                    log.Add(Repair.EncodedWordBroken);
                if (c == '=' && i + 2 < text.Length && QuotedPrintable.Hex(text[i + 1]) is >= 0 and var high && QuotedPrintable.Hex(text[i + 2]) is >= 0 and var low)
                {
                    into[written++] = (byte)(high << 4 | low);
                    i += 2;
                }
                else if (c < 0x80)
                    into[written++] = c == '_' ? (byte)' ' : (byte)c;
                else if (Rune.DecodeFromUtf16(text[i..], out var rune, out var taken) == OperationStatus.Done)
                {
                    written += rune.EncodeToUtf8(into[written..]);
                    i += taken - 1;
                }
            }
            return written;
        }
    }
}
