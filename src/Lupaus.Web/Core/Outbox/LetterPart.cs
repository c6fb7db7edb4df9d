namespace Lupaus.Web.Core.Outbox;

/// <summary>A part of a letter, which says the same in its text and in its HTML. Parts stand apart by an empty line.</summary>
internal abstract record LetterPart
{
    private LetterPart() { }

    public abstract string Text { get; }

    /// <summary>Words as they are. The one address in them that is a link is given.</summary>
    /// <param name="IsBeneath">They stand beneath the signature, and are no part of what its writer says.</param>
    public sealed record Said(string Words, string? Link = null, bool IsBeneath = false) : LetterPart
    {
        public override string Text => Words;
    }

    /// <summary>Words of one of ours, with their Markdown.</summary>
    public sealed record Written(string Words) : LetterPart
    {
        public override string Text => Words;
    }

    /// <summary>What its writer understood: a part of its own, set off from the rest.</summary>
    public sealed record Understood(string Title, string Words) : LetterPart
    {
        public override string Text => $"{Title}\n{Words}";
    }

    /// <summary>Who writes, and how to reach them. Its addresses are links.</summary>
    public sealed record Signed(string Words) : LetterPart
    {
        public override string Text => Words;
    }

    /// <summary>What is answered, beneath the answer.</summary>
    public sealed record Quoted(Quotation Quotation) : LetterPart
    {
        public override string Text => Quotation.Text;
    }
}
