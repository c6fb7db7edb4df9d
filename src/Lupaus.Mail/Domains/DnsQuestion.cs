using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Lupaus.Mail.Domains;

/// <summary>What came of asking DNS.</summary>
public enum DnsOutcome
{
    /// <summary>It answered; there may be no records.</summary>
    Answered,

    /// <summary>There is no such name (RFC 2308, 2.1).</summary>
    NoSuchName,

    /// <summary>Nobody answered in time, or with nothing that could be followed.</summary>
    NotReached,
}

/// <summary>The texts of a name in DNS.</summary>
/// <param name="Outcome">What came of asking.</param>
/// <param name="Texts">Each record as one text, its pieces put together (RFC 7208, 3.3).</param>
public sealed record DnsTexts(DnsOutcome Outcome, IReadOnlyList<string> Texts);

/// <summary>One question for TXT records, written and read as bytes (RFC 1035, 4.1). It reads whatever comes and never throws.</summary>
internal static class DnsQuestion
{
    private const int Txt = 16, Internet = 1, HeaderLength = 12, MostRecords = 200, MostLabels = 128;

    /// <summary>Null for a name that can't stand in DNS.</summary>
    public static byte[]? Write(ushort id, string name)
    {
        var labels = Ascii(name)?.TrimEnd('.').Split('.');
        if (labels is null || labels.Any(l => l.Length is 0 or > 63) || labels.Sum(l => l.Length + 1) > 254)
            return null;
        var bytes = new List<byte>(HeaderLength + 260);
        // Recursion is wished for; one question.
        bytes.AddRange([(byte)(id >> 8), (byte)id, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
        foreach (var label in labels)
        {
            bytes.Add((byte)label.Length);
            bytes.AddRange(Encoding.ASCII.GetBytes(label));
        }
        bytes.AddRange([0, 0, Txt, 0, Internet]);
        return [.. bytes];
    }

    /// <summary>Whether it is the answer to this question, and not somebody's guess.</summary>
    public static bool IsAnswerTo(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> question) =>
        answer.Length >= question.Length && answer[0] == question[0] && answer[1] == question[1] && (answer[2] & 0x80) != 0
        && answer[4] == 0 && answer[5] == 1 && SameName(answer[HeaderLength..question.Length], question[HeaderLength..]);

    /// <summary>It didn't fit, and is to be asked for by TCP (RFC 7766).</summary>
    public static bool IsCut(ReadOnlySpan<byte> answer) => (answer[2] & 0x02) != 0;

    public static DnsTexts Read(ReadOnlySpan<byte> answer, int questionLength)
    {
        var code = answer[3] & 0x0F;
        if (code == 3)
            return new DnsTexts(DnsOutcome.NoSuchName, []);
        if (code != 0)
            return new DnsTexts(DnsOutcome.NotReached, []);
        var (texts, at) = (new List<string>(), questionLength);
        var count = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(answer[6..]), (ushort)MostRecords);
        for (var record = 0; record < count; record++)
        {
            if (!SkipName(answer, ref at) || at + 10 > answer.Length)
                break;
            var (type, length) = (BinaryPrimitives.ReadUInt16BigEndian(answer[at..]), BinaryPrimitives.ReadUInt16BigEndian(answer[(at + 8)..]));
            at += 10;
            if (at + length > answer.Length)
                break;
            if (type == Txt)
                texts.Add(TextIn(answer.Slice(at, length)));
            at += length;
        }
        return new DnsTexts(DnsOutcome.Answered, texts);
    }

    private static string TextIn(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder(data.Length);
        while (data.Length > 0)
        {
            var length = Math.Min(data[0], data.Length - 1);
            foreach (var b in data.Slice(1, length))
                text.Append(b is >= 32 and < 127 ? (char)b : '?');
            data = data[(1 + length)..];
        }
        return text.ToString();
    }

    private static bool SkipName(ReadOnlySpan<byte> answer, ref int at)
    {
        for (var labels = 0; labels < MostLabels && at < answer.Length; labels++)
        {
            var length = answer[at];
            if (length == 0)
            {
                at++;
                return true;
            }
            if ((length & 0xC0) == 0xC0)
            {
                at += 2;
                return true;
            }
            at += 1 + length;
        }
        return false;
    }

    // Names are the same in either case (RFC 4343).
    private static bool SameName(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i] && (char.ToLowerInvariant((char)one[i]) != char.ToLowerInvariant((char)other[i])))
                return false;
        }
        return true;
    }

    // A label that begins with "_" is no host's, and IDNA doesn't know it (RFC 8552).
    private static string? Ascii(string name)
    {
        if (name.All(char.IsAscii))
            return name;
        try
        {
            return string.Join('.', name.Split('.').Select(l => l.All(char.IsAscii) ? l : new IdnMapping().GetAscii(l)));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
