using Lupaus.Mail.Headers;

namespace Lupaus.Mail.Reading;

/// <summary>Tells a message's text from what came with it, however oddly the parts are nested (RFC 2046, 5.1; RFC 2387).</summary>
internal sealed class BodyWalk
{
    /// <summary>All that isn't text, in the order it came.</summary>
    public List<MimePart> Others { get; } = [];

    public List<TextBlock> Walk(MimePart root)
    {
        List<TextBlock> blocks = root.Children is null && root.IsText && !root.IsAttachment ? [Leaf(root)] : Blocks(root);
        if (blocks.Count > 0)
            return blocks;
        // Some name even their text: then the first text that isn't called an attachment is the message.
        var text = Others.Find(part => part.IsText && !part.IsAttachment);
        if (text is null)
            return [];
        Others.Remove(text);
        return [Leaf(text)];
    }

    private List<TextBlock> Blocks(MimePart part)
    {
        if (part.Children is not { } children)
            return LeafBlocks(part);
        return part.Type.Value switch
        {
            "multipart/alternative" => Alternative(children),
            "multipart/related" => Related(children, part.Type["start"]),
            "multipart/signed" or "multipart/report" => FirstOf(children),
            _ => [.. children.SelectMany(Blocks)],
        };
    }

    private List<TextBlock> LeafBlocks(MimePart part)
    {
        if (part.IsText && !part.IsAttachment && part.FileName is null)
            return [Leaf(part)];
        // An empty part without a name is nothing to keep.
        if (part.Body.Length > 0 || part.FileName is not null)
            Others.Add(part);
        return [];
    }

    // The same thing several times, the best last: the first plain one, and the last with HTML.
    private List<TextBlock> Alternative(List<MimePart> children)
    {
        var choices = children.Where(child => !IsAnotherDevices(child)).Select(Blocks).Where(blocks => blocks.Count > 0).ToList();
        if (choices.Count < 2)
            return choices is [var only] ? only : [];
        var plain = choices.Find(blocks => blocks.All(block => block.IsPlain)) ?? choices[0];
        var rich = choices.FindLast(blocks => blocks.Any(block => block.HasHtml)) ?? plain;
        return [new TextBlock([.. plain.SelectMany(block => block.Plain)], [.. rich.SelectMany(block => block.Rich)])];
    }

    private List<TextBlock> Related(List<MimePart> children, string? start)
    {
        var id = MessageIds.ReadOne(start);
        var root = children.Find(child => id is not null && child.ContentId == id) ?? children.Find(child => child.IsMultipart || child.IsText) ?? children.FirstOrDefault();
        var blocks = new List<TextBlock>();
        foreach (var child in children)
        {
            if (child == root)
                blocks = Blocks(child);
            else
                AddAll(child);
        }
        return blocks;
    }

    private List<TextBlock> FirstOf(List<MimePart> children)
    {
        var blocks = children.Count == 0 ? [] : Blocks(children[0]);
        foreach (var child in children.Skip(1))
            AddAll(child);
        return blocks;
    }

    private void AddAll(MimePart part)
    {
        if (part.Children is null)
            Others.Add(part);
        else
            part.Children.ForEach(AddAll);
    }

    private static TextBlock Leaf(MimePart part) => new([part], [part]);

    // Made for Gmail's AMP, Apple Watch and the like; the HTML beside it says the same.
    private static bool IsAnotherDevices(MimePart part) =>
        part.Children is null && part.FileName is null && part.Type.Value is "text/x-amp-html" or "text/watch-html" or "text/enriched" or "text/richtext";
}
