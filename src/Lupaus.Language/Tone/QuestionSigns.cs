using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone;

/// <summary>By what a sentence is known for a question.</summary>
internal enum AskedBy { Nothing, Words, Mark }

internal static class QuestionSigns
{
    private static readonly WordSet finnishWords = new("milloin miksi miten missä mistä mihin minne kuinka paljonko montako kuka kumpi mitä mikä millainen");
    private static readonly WordSet notAsking = new("koko verkko ko kirkko viikko lukko sakko jatko katko teko");
    private static readonly PatternList<bool> turned = Turned();

    /// <summary>Where a turned order begins; to be asked once for a message.</summary>
    public static HashSet<int> TurnedIn(Draft message) => [.. turned.In(message).Select(one => one.First)];

    public static AskedBy Kind(Draft message, Sentence sentence, HashSet<int> turnedAt)
    {
        if (sentence.First == sentence.End)
            return AskedBy.Nothing;
        if (sentence.Span.In(message.Text).TrimEnd(")\"”' !.").EndsWith('?') || sentence.Span.In(message.Text).Contains("?!", StringComparison.Ordinal))
            return AskedBy.Mark;
        return (message.IsIn(TextLanguage.Finnish) && AsksInFinnish(message, sentence)) || turnedAt.Contains(sentence.First) ? AskedBy.Words : AskedBy.Nothing;
    }

    private static bool AsksInFinnish(Draft message, Sentence sentence)
    {
        for (var at = sentence.First; at < Math.Min(sentence.End, sentence.First + 3); at++)
            if (Asks(message, at))
                return true;
        return sentence.End - sentence.First > 1 && finnishWords.Has(message.Word(sentence.First));
    }

    private static bool Asks(Draft message, int at)
    {
        var word = message.Word(at);
        if (notAsking.Has(word))
            return false;
        if (!message.HasDictionary)
            return word.Length > 4 && (word.EndsWith("ko", StringComparison.OrdinalIgnoreCase) || word.EndsWith("kö", StringComparison.OrdinalIgnoreCase));
        return message.Readings(at).Any(reading => reading.Asks);
    }

    private static PatternList<bool> Turned()
    {
        var turned = new PatternList<bool>();
        turned.Add("kan/kunde/skulle/vill/har/får/måste/ska/är/finns ni/du/jag/vi/det|när/var/varför/hur/vem/vad/vilken kommer/kan/får/är/blir/har/ska/kostar/gör/fungerar|hur mycket/länge/många", true);
        turned.Add("can/could/would/will/do/does/did/is/are/have/has/may/should you/i/we/it/there/my/the/your|when/where/why/how/who/what will/can/do/does/did/is/are/should|how much/long/many", true);
        return turned;
    }
}
