namespace Lupaus.Language.Morphology;

/// <summary>
/// One word's way through the transducer: each path that reads the whole word, with what it writes. Bounded in steps, in what is written
/// and in findings, so that no word takes long, whatever it is.
/// </summary>
internal ref struct Walk
{
    public const int MostLetters = 100;
    private const int MostSteps = 20_000;
    private const int MostWritten = 400;
    private const int MostFeatures = 64;

    private readonly Transducer transducer;
    private readonly IPaths paths;
    private readonly ReadOnlySpan<ushort> word;
    private readonly ReadOnlySpan<ulong> ahead;
    private readonly Span<ushort> writing;
    private readonly Span<byte> features;
    private int written;
    private int stepsLeft = MostSteps;

    private Walk(Transducer transducer, IPaths paths, ReadOnlySpan<ushort> word, ReadOnlySpan<ulong> ahead, Span<ushort> writing, Span<byte> features)
    {
        this.transducer = transducer;
        this.paths = paths;
        this.word = word;
        this.ahead = ahead;
        this.writing = writing;
        this.features = features;
    }

    /// <summary>A word that is too long, or has a character that the dictionary doesn't know, has no paths.</summary>
    public static void All(Transducer transducer, ReadOnlySpan<char> text, IPaths paths)
    {
        if (text.Length is 0 or > MostLetters || transducer.Features > MostFeatures)
            return;
        Span<ushort> word = stackalloc ushort[text.Length];
        Span<ulong> ahead = stackalloc ulong[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            word[i] = transducer.Alphabet.Of(text[i]);
            if (word[i] == Alphabet.Unknown)
                return;
            ahead[i] = transducer.Alphabet.Bit(word[i]);
        }
        ahead[^1] = Foresight.AtEnd;
        Span<byte> features = stackalloc byte[MostFeatures];
        features.Clear();
        new Walk(transducer, paths, word, ahead, stackalloc ushort[MostWritten], features).From(0, 0);
    }

    private void From(int state, int at)
    {
        var start = written;
        while (stepsLeft-- > 0)
        {
            var transitions = transducer.State(state);
            var only = transitions[0];
            if (transitions.Length > 1 || only.In == Cell.Final || transducer.IsFlag(only.In))
            {
                Branch(transitions, at);
                break;
            }
            if (only.In != 0 && (at == word.Length || word[at++] != only.In) || !Write(only.Out))
                break;
            state = only.Target;
        }
        written = start;
    }

    private void Branch(ReadOnlySpan<Cell> transitions, int at)
    {
        var i = 0;
        for (; i < transitions.Length && transitions[i].In < transducer.Alphabet.First; i++)
            if ((transducer.Ahead[transitions[i].Target] & ahead[at]) != 0)
                PassOver(transitions[i], at);
        if (at < word.Length)
            ReadLetter(transitions[i..], at);
        else if (transitions[^1].In == Cell.Final && !paths.Found(writing[..written]))
            stepsLeft = 0;
    }

    /// <summary>A transition that reads nothing: an output, or a flag.</summary>
    private void PassOver(Cell transition, int at)
    {
        if (!transducer.IsFlag(transition.In))
        {
            Follow(transition, at);
            return;
        }
        var flag = transducer.Marks[transition.In];
        var was = features[flag.Feature];
        if (!flag.Lets(was, out features[flag.Feature]))
        {
            features[flag.Feature] = was;
            return;
        }
        Follow(transition, at);
        features[flag.Feature] = was;
    }

    private void ReadLetter(ReadOnlySpan<Cell> letters, int at)
    {
        for (var i = FirstAtLeast(letters, word[at]); i < letters.Length && letters[i].In == word[at]; i++)
            if ((transducer.Ahead[letters[i].Target] & ahead[at + 1]) != 0)
                Follow(letters[i], at + 1);
    }

    private void Follow(Cell transition, int at)
    {
        var start = written;
        if (Write(transition.Out))
            From(transition.Target, at);
        written = start;
    }

    private bool Write(ushort symbol)
    {
        if (transducer.IsSilent(symbol))
            return true;
        if (written == writing.Length)
            return false;
        writing[written++] = symbol;
        return true;
    }

    private static int FirstAtLeast(ReadOnlySpan<Cell> letters, ushort letter)
    {
        var (low, high) = (0, letters.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (letters[middle].In < letter)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
