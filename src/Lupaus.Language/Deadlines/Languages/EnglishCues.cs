using Lupaus.Language.Deadlines.Phrases;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>English words that tell of a time whether it is over or ahead, and small words between two parts of one time.</summary>
internal static class EnglishCues
{
    public static void Fill(Phrasebook book)
    {
        book.Word(Slot.Glue, 0, "at|on|the|of|in|around|about|sometime|early|late|already|this|is|was|approximately|approx|of|by|for|sharp|exactly");
        book.Word(Slot.ClauseBreak, 0, "but|that|because|which|who|so|if|when|or|while|where|though|although|then");
        book.Words.Learn("have");
        book.Word(Slot.And, 0, "and");
        book.Word(Slot.Past, 0, "ordered|arrived|waited|received|bought|paid|sent|got|was|were|called|tried|came|left|did|had|went|broke|stopped|started|booked|returned|emailed|mailed|wrote|took|happened|contacted|asked|told|said|opened|installed|updated|upgraded|charged|delivered|shipped|failed|crashed|purchased|spoke|talked|visited|noticed|reported|signed|registered|subscribed|cancelled|canceled|requested|submitted|renewed|changed|moved|picked|dropped|collected|checked|logged|replied|answered|missed|flew|travelled|traveled|worked|working|works|used|posted|dated|issued|created|made|found|lost|placed|didn|wasn|downloaded|invoiced|departed|died|began|ended|expired|been");
        book.Word(Slot.Ahead, 0, "need|needs|promised|must|will|want|should|leaves|departs|starts|begins|hope|please|can|could|would|have_to|expires|ll|going|wish");
        book.Word(Slot.Departure, 0, "leaves|leaving|departs|departing|starts|begins|train|flight|plane|bus|ferry|meeting|boarding|departure|boards|wedding|interview|exam|appointment|webinar|presentation|takes_off|flying|conference|concert");
        book.Word(Slot.Opening, 0, "open|opens|opening|hours|weekdays|available");
    }
}
