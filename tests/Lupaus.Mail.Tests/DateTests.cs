using System.Globalization;
using Lupaus.Mail.Headers;

namespace Lupaus.Mail.Tests;

public sealed class DateTests
{
    [Theory]
    [InlineData("Mon, 11 May 2026 10:15:30 +0300", "2026-05-11T10:15:30+03:00")]
    [InlineData("11 May 2026 10:15 +0300", "2026-05-11T10:15:00+03:00")]
    [InlineData("Mon,11 May 2026 10:15:30 +0300 (EEST)", "2026-05-11T10:15:30+03:00")]
    [InlineData("Mon, 11 May 26 10:15:30 GMT", "2026-05-11T10:15:30+00:00")]
    [InlineData("Mon, 11 May 97 10:15:30 EST", "1997-05-11T10:15:30-05:00")]
    [InlineData("Mon, 11 May 126 10:15:30 PDT", "2026-05-11T10:15:30-07:00")]
    [InlineData("Mon May 11 10:15:30 2026", "2026-05-11T10:15:30+00:00")]
    [InlineData("Mon May 11 10:15:30 EEST 2026", "2026-05-11T10:15:30+03:00")]
    [InlineData("2026-05-11T10:15:30Z", "2026-05-11T10:15:30+00:00")]
    [InlineData("2026-05-11T10:15:30.123+03:00", "2026-05-11T10:15:30+03:00")]
    [InlineData("2026-05-11 10:15:30 +0300", "2026-05-11T10:15:30+03:00")]
    [InlineData("11-May-2026 10:15:30 +0300", "2026-05-11T10:15:30+03:00")]
    [InlineData("11.5.2026 10:15:30", "2026-05-11T10:15:30+00:00")]
    [InlineData("Mon, 11 May 2026 10.15.30 +0300", "2026-05-11T10:15:30+03:00")]
    [InlineData("ma, 11 touko 2026 10:15:30 +0300", "2026-05-11T10:15:30+03:00")]
    [InlineData("mån, 11 maj 2026 10:15:30 +0200", "2026-05-11T10:15:30+02:00")]
    [InlineData("Wed, 11 marraskuuta 2026 10:15:30 +0200", "2026-11-11T10:15:30+02:00")]
    [InlineData("Mon, 11 May 2026 10:15:30 PM -0500", "2026-05-11T22:15:30-05:00")]
    [InlineData("Mon, 11 May 2026 12:15:30 AM", "2026-05-11T00:15:30+00:00")]
    [InlineData("Mon, 11 May 2026 10:15:60 +0300", "2026-05-11T10:15:59+03:00")]
    [InlineData("Mon, 11 May 2026 10:15:30 +9900", "2026-05-11T10:15:30+00:00")]
    [InlineData("Mon, 11 May 2026 10:15:30 GMT+02:00", "2026-05-11T10:15:30+02:00")]
    [InlineData("Mon, 11 May 2026 10:15:30", "2026-05-11T10:15:30+00:00")]
    [InlineData("Mon, 11 May 2026", "2026-05-11T00:00:00+00:00")]
    [InlineData("Mon, 11 May 2026 10:15:30 XYZ", "2026-05-11T10:15:30+00:00")]
    [InlineData("Mon (comment), 11 (eleven) May 2026 10:15:30 +0300", "2026-05-11T10:15:30+03:00")]
    public void A_date_is_read_however_it_is_written(string text, string expected) =>
        DateReader.Read(text).ShouldBe(DateTimeOffset.ParseExact(expected, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("32 May 2026 10:15:30 +0300")]
    [InlineData("Mon, 31 Feb 2026 10:15:30 +0300")]
    [InlineData("Mon, 11 May 2026 25:15:30 +0300")]
    [InlineData("1 2 3")]
    [InlineData(": : :")]
    public void What_is_no_date_is_not_taken_for_one(string text) => DateReader.Read(text).ShouldBeNull();
}
