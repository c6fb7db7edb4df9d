using System.Text;
using Lupaus.Mail.Headers;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Writing;

namespace Lupaus.Mail.Tests;

public sealed class ThreadIndexTests
{
    // What Outlook 2007 wrote on 12 February 2015 at 8:22:43 in New York.
    private const string Outlooks = "01D046C6FC06C85C39B2C024428381B13C0C5C3FDEB4";
    private static readonly DateTimeOffset Then = new(2015, 2, 12, 8, 22, 43, 950, TimeSpan.FromHours(-5));
    private static readonly byte[] Id = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    [Fact]
    public void A_conversation_begins_with_its_moment_and_what_is_its_own()
    {
        var begun = ThreadIndex.Begun(Then, Id);

        Hex(begun).ShouldBe("01" + "01D046C6FC" + Convert.ToHexString(Id));
        begun.Answers.ShouldBe(0);
        begun.ToString().Length.ShouldBe(32);
    }

    [Fact]
    public void An_answer_says_how_long_after_the_beginning_it_came_whichever_way_that_was_written()
    {
        var hour = TimeSpan.FromHours(1).Ticks;

        var older = Read(Outlooks).Answered(Then.AddHours(1), 0xAB)!;
        var newer = ThreadIndex.Begun(Then, Id).Answered(Then.AddHours(1), 0xAB)!;

        Hex(older).ShouldStartWith(Outlooks);
        foreach (var answer in new[] { older, newer })
        {
            var block = Convert.FromBase64String(answer.ToString())[22..];
            var since = (long)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(block) << 18;
            Math.Abs(since - hour).ShouldBeLessThan(TimeSpan.FromSeconds(2).Ticks);
            block[4].ShouldBe<byte>(0xA0);
            answer.Answers.ShouldBe(1);
        }
    }

    [Fact]
    public void After_years_an_answer_counts_in_longer_steps_and_before_the_beginning_not_at_all()
    {
        var begun = ThreadIndex.Begun(Then, Id);

        var late = Convert.FromBase64String(begun.Answered(Then.AddYears(5), 0)!.ToString())[22..];
        var early = Convert.FromBase64String(begun.Answered(Then.AddYears(-5), 0)!.ToString())[22..];

        (late[0] & 0x80).ShouldBe(0x80);
        var since = (System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(late) & 0x7FFF_FFFFL) << 23;
        Math.Abs(since - (Then.AddYears(5) - Then).Ticks).ShouldBeLessThan(TimeSpan.FromSeconds(3).Ticks);
        early.ShouldBe(new byte[5]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AQ==")]
    [InlineData("not base64 at all!!")]
    [InlineData("AdBGxvwGyFw5ssAkQoOBsTwMXD8=")] // a byte or two short
    [InlineData("AtBGxvwGyFw5ssAkQoOBsTwMXD/etA==")] // doesn't begin with 1
    [InlineData("AdBGxvwGyFw5ssAkQoOBsTwMXD/etAAA")] // half an answer
    public void What_is_broken_is_nobodys_conversation(string? field) => ThreadIndex.Read(field).ShouldBeNull();

    [Fact]
    public void A_conversation_is_followed_so_deep_and_no_deeper()
    {
        var index = ThreadIndex.Begun(Then, Id);
        while (index.Answered(Then, 0) is { } next)
            index = next;

        index.Answers.ShouldBe(ThreadIndex.MostAnswers);
        ThreadIndex.Read(index.ToString())!.Answers.ShouldBe(ThreadIndex.MostAnswers);
        ThreadIndex.Read(Convert.ToBase64String([.. Convert.FromBase64String(index.ToString()), 0, 0, 0, 0, 0])).ShouldBeNull();
        ThreadIndex.Read(new string('A', 100_000)).ShouldBeNull();
    }

    [Fact]
    public void It_is_read_where_it_was_folded()
    {
        var field = Read(Outlooks).ToString();

        var message = Given.Mail($"From: a@example.fi\r\nThread-Index: {field[..10]}\r\n\t{field[10..]}\r\n\r\nHei\r\n");

        ThreadIndex.Read(message.Headers["Thread-Index"])!.ToString().ShouldBe(field);
        ThreadIndex.Read(Samples.Read("outlook-web-answer").Headers["Thread-Index"])!.Answers.ShouldBe(1);
    }

    [Fact]
    public void It_stands_whole_on_one_line_and_its_topic_as_any_subject()
    {
        var index = ThreadIndex.Begun(Then, Id);
        while (index.Answered(Then, 0) is { } next)
            index = next;

        var written = Encoding.UTF8.GetString(MailWriter.Write(Given.AReply() with { ThreadIndex = index, ThreadTopic = "Lasku ja päivä\r\nBcc: x@example.org" }));

        written.ShouldContain($"\r\nThread-Index: {index}\r\n");
        written.ShouldNotContain("\r\nBcc");
        MailReader.Read(Encoding.UTF8.GetBytes(written)).Headers["Thread-Topic"].ShouldBe("Lasku ja päivä Bcc: x@example.org");
    }

    private static ThreadIndex Read(string hex) => ThreadIndex.Read(Convert.ToBase64String(Convert.FromHexString(hex)))!;

    private static string Hex(ThreadIndex index) => Convert.ToHexString(Convert.FromBase64String(index.ToString()));
}
