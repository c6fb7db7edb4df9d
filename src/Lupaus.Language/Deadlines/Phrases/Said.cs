using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Phrases;

/// <summary>What the places of one phrase hold in a text, and where it stands.</summary>
internal sealed class Said(List<Token> tokens)
{
    private readonly double[] values = new double[Enum.GetValues<Slot>().Length];
    private bool isEmpty;

    public List<Token> Tokens => tokens;

    public int First { get; private set; }

    public int End { get; set; }

    /// <summary>Forms that look ahead ("perjantaiksi") are this much greater in the tables.</summary>
    public const int Onwards = 1000;

    /// <summary>"Tunnin päästä" is one.</summary>
    public double Count => Has(Slot.Count) ? values[(int)Slot.Count] : 1;

    public int this[Slot slot] => (int)values[(int)slot] % (IsTable(slot) ? Onwards : int.MaxValue);

    public bool Has(Slot slot) => !double.IsNaN(values[(int)slot]);

    public void Set(Slot slot, double value)
    {
        values[(int)slot] = value;
        isEmpty = false;
    }

    public void StartAt(int first)
    {
        First = first;
        if (isEmpty)
            return;
        Array.Fill(values, double.NaN);
        isEmpty = true;
    }

    public bool IsOnwards(Slot slot) => IsTable(slot) && values[(int)slot] >= Onwards;

    public Token? Before => First > 0 ? tokens[First - 1] : null;

    public Token? After => End < tokens.Count ? tokens[End] : null;

    private static bool IsTable(Slot slot) => slot < Slot.Clock;
}
