using System.Text;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Imap;

namespace Lupaus.Mail.Tests.Imap;

public sealed class ResponseReaderTests
{
    private static readonly string[] Bits =
    [
        "* ", "+ ", "L1 ", "OK ", "NO ", "BYE ", "FETCH ", "LIST ", "SEARCH ", "12 ", "4294967296 ", "(", ")", "\"", "\\", "{3}\r\n", "{0}\r\n", "{99999999999}\r\n",
        "[", "]", "BODY[] ", "BODY[HEADER.FIELDS (A B)]", "NIL ", "\r\n", "\n", "\r", "\0", "\u00ff", "abc", " ", "~{2}\r\n", "{3+}\r\n", "{", "}", "UID ", "RFC822.SIZE ",
    ];

    [Fact]
    public async Task No_bytes_make_it_stumble_or_grow()
    {
        var limits = new ImapLimits { Response = 300, Literals = 100 };
        for (var seed = 0; seed < 10_000; seed++)
        {
            var random = new Random(seed);
            var bytes = Encoding.Latin1.GetBytes(string.Concat(random.GetItems(Bits, random.Next(1, 40))) + "\r\n");
            await using var wire = new Wire(new MemoryStream(bytes));
            await ReadAll(new ResponseReader(wire, limits), seed);
        }
    }

    private static async Task ReadAll(ResponseReader reader, int seed)
    {
        try
        {
            while (true)
            {
                using var content = new MemoryStream();
                var response = await reader.Read(new LiteralSink(content, 50), TimeSpan.FromSeconds(20), default);
                _ = ImapData.Folder(response);
                _ = ImapData.Summary(response);
                _ = response.ToString() + response.Numbers.Count() + response.NumberOf("UIDNEXT") + response.Text;
                content.Length.ShouldBeLessThanOrEqualTo(50);
            }
        }
        catch (ConversationBroken broken)
        {
            broken.How.ShouldBeOneOf([HowItWent.NotReached, HowItWent.Odd], $"seed {seed}");
        }
    }
}
