using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Lupaus.Core.Links;

/// <summary>
/// Turns a link's id into the token in its address and back: 8 bytes of id and 16 bytes of HMAC-SHA256 (RFC 2104),
/// in base64url (RFC 4648, section 5). Without the key nobody can make one up or change one.
/// </summary>
public sealed class LinkSigner(byte[] key)
{
    public const int KeyBytes = 32;
    private const int IdBytes = 8;
    private const int MacBytes = 16;
    private const int TokenLength = 32;

    public string TokenOf(LinkId id)
    {
        Span<byte> token = stackalloc byte[IdBytes + MacBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, id.Value);
        Sign(token[..IdBytes], token[IdBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Null when the token was not made with our key.</summary>
    public LinkId? Read(string? token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + MacBytes];
        if (token is not { Length: TokenLength } || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var written) || written != bytes.Length)
            return null;
        Span<byte> expected = stackalloc byte[MacBytes];
        Sign(bytes[..IdBytes], expected);
        return CryptographicOperations.FixedTimeEquals(expected, bytes[IdBytes..])
            ? new LinkId(BinaryPrimitives.ReadInt64BigEndian(bytes))
            : null;
    }

    private void Sign(ReadOnlySpan<byte> id, Span<byte> mac)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, id, whole);
        whole[..MacBytes].CopyTo(mac);
    }
}
