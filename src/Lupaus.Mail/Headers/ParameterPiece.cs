namespace Lupaus.Mail.Headers;

/// <summary>One parameter as written; "filename*1*" is the second piece of filename, percent-encoded (RFC 2231, 4.1).</summary>
internal readonly record struct ParameterPiece(string Name, int Index, bool IsEncoded, bool IsPlain, string Text)
{
    public static ParameterPiece Of(string name, string text)
    {
        var star = name.IndexOf('*');
        if (star <= 0)
            return new ParameterPiece(name, 0, false, true, text);
        var isEncoded = name.EndsWith('*');
        var number = name.AsSpan(star + 1).TrimEnd('*');
        if (number.IsEmpty)
            return new ParameterPiece(name[..star], 0, isEncoded, !isEncoded, text);
        return int.TryParse(number, out var index) && index >= 0
            ? new ParameterPiece(name[..star], index, isEncoded, false, text)
            : new ParameterPiece(name, 0, false, true, text);
    }
}
