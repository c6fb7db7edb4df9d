using Lupaus.Mail.Headers;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Writing;

namespace Lupaus.Mail.Tests;

/// <summary>Outgoing messages of all kinds. The same seed makes the same message.</summary>
internal sealed class Scribbles(int seed)
{
    private static readonly string[] Words =
    [
        "lasku", "päivä", "Ääliö", "日本語", "😀", "a", "invoice", "Öberg,", "\"quoted\"", "(c)", "€", "=?x?q?y?=", "=?", "\\", "<b>", "pitkäsanajokaeikatkeamistäänjajokajatkuujajatkuuvaan", new('x', 300), "it's", "a.b", ";", ":", "@", "100 %",
        "From", ".", "=20", "--", "\t", "ﬁ", "e\u0301", "שלום", "a\u00A0b",
    ];

    private readonly Random _random = new(seed);

    public OutgoingMail Mail()
    {
        var html = _random.Next(3) > 0 ? $"<p>{Text(200)}</p>" : null;
        var inline = html is null ? [] : Many(2, () => new OutgoingFile(FileName(), "image/png", Blob(), $"img{_random.Next(1_000_000)}@lupaus.example"));
        return new OutgoingMail
        {
            From = Person(),
            To = [Person(), .. Many(4, Person)],
            Cc = Many(2, Person),
            Subject = Line(20),
            Date = new DateTimeOffset(2026, _random.Next(1, 13), _random.Next(1, 29), _random.Next(24), 5, 7, TimeSpan.FromMinutes(_random.Next(-10, 10) * 30)),
            MessageId = $"{seed}.{_random.Next():x}@lupaus.example",
            InReplyTo = _random.Next(2) == 0 ? "before@example.fi" : null,
            References = Many(30, () => $"{_random.NextInt64():x}.{_random.NextInt64():x}@example.fi"),
            ThreadIndex = _random.Next(2) == 0 ? ThreadIndex.Begun(Given.Noon, new byte[16]).Answered(Given.Noon.AddDays(_random.Next(1000)), (byte)_random.Next(256)) : null,
            ThreadTopic = Line(10),
            Text = html is null || _random.Next(4) > 0 ? Text(400) : null,
            Html = html,
            Inline = inline,
            Attachments = Many(3, () => new OutgoingFile(FileName(), _random.Next(3) == 0 ? "text/plain" : "application/pdf", Blob())),
            AutoSubmitted = _random.Next(2) == 0 ? "auto-replied" : null,
        };
    }

    public string Line(int most) => string.Join(' ', Many(most, () => Words[_random.Next(Words.Length)]));

    private string Text(int most) => string.Concat(Many(most, () => Words[_random.Next(Words.Length)] + (_random.Next(6) == 0 ? "\n" : " "))) + "\n";

    private NamedAddress Person() => new(_random.Next(5) == 0 ? "" : Line(4), $"user{_random.Next(1000)}@example.{(_random.Next(2) == 0 ? "fi" : "com")}");

    private string FileName() => Line(4) + ".pdf";

    private byte[] Blob()
    {
        var bytes = new byte[_random.Next(5) switch { 0 => 0, 1 => _random.Next(100), _ => _random.Next(3000) }];
        _random.NextBytes(bytes);
        return bytes;
    }

    private List<T> Many<T>(int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => make())];
}
