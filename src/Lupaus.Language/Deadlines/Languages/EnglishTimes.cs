using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How times are said in English.</summary>
internal static class EnglishTimes
{
    public static void Fill(Phrasebook book)
    {
        EnglishWords.Fill(book);
        EnglishCues.Fill(book);
        FillAhead(book);
        EnglishDays.Fill(book);
        EnglishMonths.Fill(book);
        EnglishFeasts.Fill(book);
        FillLimits(book);
        EnglishClock.Fill(book);
    }

    private static void FillAhead(Phrasebook book)
    {
        book.Say("in about|around|approximately|just|less_than|under? <Count> more? <Unit> ' time", Ahead);
        book.Say("in about|around|approximately|just|less_than|under? <Count> more? <Unit>", Ahead);
        book.Say("within|inside_of the_next|the|about? <Count>? <Unit>", Within);
        book.Say("in|over|for? the_next <Count>? <Unit>", Within);
        book.Say("in a_couple_of|a_couple|couple_of <Unit>", (said, now) => now.Ahead(2, (TimeUnit)said[Slot.Unit]));
        book.Say("in a_few|few <Unit>", (said, now) => now.Ahead(3, (TimeUnit)said[Slot.Unit]));
        book.Say("within a_couple_of|a_couple <Unit>", (said, now) => now.Ahead(2, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("in about? half_an_hour|half_hour|a_half_hour|half_a_hour", (_, now) => now.Ahead(0.5, TimeUnit.Hour));
        book.Say("within half_an_hour|a_half_hour|the_next_half_hour|the_half_hour", (_, now) => now.Ahead(0.5, TimeUnit.Hour, isLimit: true));
        book.Say("in a_quarter_of_an_hour|quarter_of_an_hour", (_, now) => now.Ahead(15, TimeUnit.Minute));
        book.Say("in an_hour_and_a_half|one_and_a_half_hours|one_and_half_hours", (_, now) => now.Ahead(1.5, TimeUnit.Hour));
        book.Say("within an_hour_and_a_half|one_and_a_half_hours", (_, now) => now.Ahead(1.5, TimeUnit.Hour, isLimit: true));
        book.Say("in <Count> working|business days|day", (said, now) => now.Ahead(said.Count, TimeUnit.WorkingDay));
        book.Say("within the_next? <Count> working|business days|day", (said, now) => now.Ahead(said.Count, TimeUnit.WorkingDay, isLimit: true));
        book.Say("in a fortnight", (_, now) => now.Ahead(2, TimeUnit.Week));
        book.Say("have|got only? <Count> <Unit> left|to|until|before", Within);
        book.Say("<Count> <Unit> from_now|from_today", Ahead);
        book.Say("half_an_hour from_now", (_, now) => now.Ahead(0.5, TimeUnit.Hour));
        book.Say("<Count>|couple_of|few <Unit> ago|earlier|back", NotDeadline.AtAll);
        book.Say("a_while|long|some_time|half_an_hour ago", NotDeadline.AtAll);
    }

    private static Piece? Ahead(Said said, Now now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit]);

    private static Piece? Within(Said said, Now now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true);

    private static void FillLimits(Phrasebook book)
    {
        book.Say("until|till|til|due|due_on|due_by|expires|expires_on|up_to", Limit.LeadingTensed);
        book.Say("by|no_later_than|not_later_than|at_the_latest|latest|latest_by|at_latest|through|deadline_is", Limit.LeadingBy);
        book.Say("before|prior_to|ahead_of", Limit.Before);
        book.Say("at_the_latest|latest|at_latest", Limit.By);
        book.Say("it_is_now|it's_now|now_it_is|now_it's|it_is_already|it's_already", new NotDeadline(NotReach.Next));
        book.Say("since|after|from|starting|past|ever_since|last", new NotDeadline(NotReach.Next));
        book.Say("onwards|onward", new NotDeadline(NotReach.Previous));
    }

    public static Piece Limited(Said said, Days days) => Leading(said) is { } limit ? new Both(limit, days) : days;

    /// <summary>The limit that a phrase begins with.</summary>
    public static Limit? Leading(Said said) => said.Tokens[said.First].Known?.Text switch
    {
        "by" => Limit.LeadingBy,
        "until" => Limit.LeadingTensed,
        "before" => Limit.Before,
        _ => null,
    };
}
