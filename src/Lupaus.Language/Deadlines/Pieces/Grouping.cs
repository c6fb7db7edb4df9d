using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Pieces;

/// <summary>Puts pieces together that stand together, with no more than a comma or a small word between.</summary>
internal static class Grouping
{
    private const int WidestGap = 3;

    public static List<Group> Of(IReadOnlyList<Placed> pieces, List<Token> tokens)
    {
        var groups = new List<Group>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (groups.Count == 0 || !Joins(groups[^1], pieces, i, tokens))
                groups.Add(new Group(tokens));
            groups[^1].Add(pieces[i]);
        }
        return groups;
    }

    private static bool Joins(Group group, IReadOnlyList<Placed> pieces, int i, List<Token> tokens)
    {
        if (!IsClose(group.End, pieces[i].First, tokens) || !group.HasRoomFor(pieces[i].Piece))
            return false;
        if (pieces[i].Piece is not Limit limit)
            return true;
        // A limit between two times belongs to the second, unless both are one: "tänään, viimeistään perjantaina".
        return i + 1 < pieces.Count && IsClose(pieces[i].End, pieces[i + 1].First, tokens) ? group.HasRoomFor(pieces[i + 1].Piece) : !limit.Leads;
    }

    private static bool IsClose(int from, int to, List<Token> tokens)
    {
        if (to - from > WidestGap)
            return false;
        for (var i = from; i < to; i++)
        {
            if (!IsGlue(tokens[i]))
                return false;
        }
        return true;
    }

    private static bool IsGlue(Token token) =>
        token.IsSign(',') || token.IsSign('(') || token.IsSign(')') || token.IsSign(':') || token.IsDash || token.Known?.Is(Slot.Glue) == true;
}
