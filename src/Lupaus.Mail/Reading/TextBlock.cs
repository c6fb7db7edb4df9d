namespace Lupaus.Mail.Reading;

/// <summary>A piece of a message's text, as it is to be read plain and as it is to be read in HTML.</summary>
internal sealed record TextBlock(IReadOnlyList<MimePart> Plain, IReadOnlyList<MimePart> Rich)
{
    public bool HasHtml => Rich.Any(part => part.Type.Value == "text/html");

    public bool IsPlain => Plain.Count > 0 && Plain.All(part => part.Type.Value == "text/plain");
}
