using System.Text;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Trust;

namespace Lupaus.Mail.Tests;

public class SpamMarksTests
{
    [Theory]
    [InlineData("X-Spam-Flag: YES", true)]
    [InlineData("X-Spam-Status: Yes, score=12.3 required=5.0", true)]
    [InlineData("X-Spam: yes", true)]
    [InlineData("X-MS-Exchange-Organization-SCL: 5", true)]
    [InlineData("X-Spam-Flag: NO", false)]
    [InlineData("X-Spam-Status: No, score=1.2 required=5.0", false)]
    [InlineData("X-Spam-Status: Yesterday", false)]
    [InlineData("X-MS-Exchange-Organization-SCL: -1", false)]
    [InlineData("X-MS-Exchange-Organization-SCL: 99999999999", false)]
    [InlineData("X-Spam-Flag:", false)]
    [InlineData("Subject: YES", false)]
    public void What_a_filter_took_for_spam_is_known_by_its_mark(string header, bool expected) =>
        SpamMarks.In(MailReader.Read(Encoding.ASCII.GetBytes($"{header}\r\n\r\nHei\r\n")).Headers).ShouldBe(expected);
}
