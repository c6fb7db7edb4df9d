using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How times are said in Swedish.</summary>
internal static class SwedishTimes
{
    public static void Fill(Phrasebook book)
    {
        SwedishWords.Fill(book);
        SwedishCues.Fill(book);
        FillAhead(book);
        SwedishDays.Fill(book);
        SwedishMonths.Fill(book);
        SwedishFeasts.Fill(book);
        FillLimits(book);
        SwedishClock.Fill(book);
    }

    private static void FillAhead(Phrasebook book)
    {
        book.Say("om ca|cirka|ungefär|typ? <Count> <Unit>", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit]));
        book.Say("inom ca|cirka|loppet_av|de_närmaste? <Count> <Unit>", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("de_närmaste|den_närmaste <Count>? <Unit>|timmen", (said, now) => said.Has(Slot.Unit) ? now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true) : now.Ahead(1, TimeUnit.Hour, isLimit: true));
        book.Say("om ett_par <Unit>", (said, now) => now.Ahead(2, (TimeUnit)said[Slot.Unit]));
        book.Say("inom ett_par <Unit>", (said, now) => now.Ahead(2, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("om en|ca? halvtimme|halv_timme|halvtimma|halv_timma", (_, now) => now.Ahead(0.5, TimeUnit.Hour));
        book.Say("inom en halvtimme|halv_timme|halvtimma", (_, now) => now.Ahead(0.5, TimeUnit.Hour, isLimit: true));
        book.Say("om en_och_en_halv|en_och_halv|1,5|ett_och_ett_halvt timme|timma|dygn|timmar", (_, now) => now.Ahead(1.5, TimeUnit.Hour));
        book.Say("har bara|endast|ca? <Count> <Unit> på_mig|på_oss|kvar|på_sig", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("för ca|cirka|ungefär|drygt|snart? <Count>|ett_par|några <Unit>|halvtimme|halvår sedan|sen|sedan", NotDeadline.AtAll);
        book.Say("för länge|nån_dag|någon_dag|ett_tag|en_stund|en_halvtimme|ett_halvår sedan|sen", NotDeadline.AtAll);
    }

    private static void FillLimits(Phrasebook book)
    {
        book.Say("senast|innan_utgången_av", Limit.LeadingBy);
        book.Say("till_och_med|t.o.m.|tom|fram_till|förfallodag|förfallodatum|sista_dag|sista_dagen|sista_datum|sista_svarsdag", Limit.LeadingTensed);
        book.Say("före|innan|fore", Limit.Before);
        book.Say("nu_är_det|klockan_är|klockan_är_redan|klockan_var", new NotDeadline(NotReach.Next));
        book.Say("efter|sedan|från|från_och_med|fr.o.m.|förra|senaste|förrförra|i_förra|alltsedan", new NotDeadline(NotReach.Next));
    }
}
