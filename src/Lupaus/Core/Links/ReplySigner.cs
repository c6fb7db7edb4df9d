using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lupaus.Core.Links;

/// <summary>
/// Turns a ticket's id into the part after the plus of its own address, "tuki+t…@", and back: 8 bytes of id and 10 bytes
/// of HMAC-SHA256 (RFC 2104), in Crockford's base 32 in lower case, since mail servers may change the case of what
/// stands before the @ (RFC 5321, 2.4).
/// </summary>
public sealed class ReplySigner(byte[] key)
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int IdBytes = 8;
    private const int MacBytes = 10;
    private const int Letters = 29; // 18 bytes, five bits a letter, the last one half empty

    public string TokenOf(TicketId ticket)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + MacBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ticket.Value);
        Sign(bytes[..IdBytes], bytes[IdBytes..]);
        Span<char> token = stackalloc char[Letters];
        for (var letter = 0; letter < Letters; letter++)
        {
            var five = 0;
            for (var bit = letter * 5; bit < (letter * 5) + 5; bit++)
                five = (five << 1) | (bit < bytes.Length * 8 ? (bytes[bit / 8] >> (7 - (bit % 8))) & 1 : 0);
            token[letter] = Digits[five];
        }
        return new string(token);
    }

    /// <summary>Null when it was not made with our key.</summary>
    public TicketId? Read(string? token)
    {
        if (token is not { Length: Letters })
            return null;
        Span<byte> bytes = stackalloc byte[IdBytes + MacBytes];
        bytes.Clear();
        for (var letter = 0; letter < Letters; letter++)
        {
            if (Digits.IndexOf(char.ToLowerInvariant(token[letter])) is not (>= 0 and var five))
                return null;
            for (var bit = 0; bit < 5; bit++)
            {
                if (((five >> (4 - bit)) & 1) == 0)
                    continue;
                if ((letter * 5) + bit is var at && at / 8 >= bytes.Length)
                    return null;
                bytes[at / 8] |= (byte)(0x80 >> (at % 8));
            }
        }
        Span<byte> expected = stackalloc byte[MacBytes];
        Sign(bytes[..IdBytes], expected);
        return CryptographicOperations.FixedTimeEquals(expected, bytes[IdBytes..]) ? new TicketId(BinaryPrimitives.ReadInt64BigEndian(bytes)) : null;
    }

    /// <summary>The address that leads to the ticket: its token after a plus (RFC 5233), or after the plus that is there already.</summary>
    public EmailAddress AddressOf(TicketId ticket, EmailAddress ours)
    {
        var at = ours.Value.LastIndexOf('@');
        var local = ours.Value[..at].Split('+')[0];
        return EmailAddress.Parse($"{local}+{TokenOf(ticket)}{ours.Value[at..]}");
    }

    /// <summary>The ticket an address of ours leads to; null when it leads to none.</summary>
    public TicketId? TicketOf(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = at > 0 ? address.LastIndexOf('+', at) : -1;
        return plus > 0 ? Read(address[(plus + 1)..at]) : null;
    }

    private void Sign(ReadOnlySpan<byte> id, Span<byte> mac)
    {
        // Another use of the key than that of links, so that neither token can be made from the other.
        Span<byte> said = stackalloc byte[IdBytes + 5];
        "reply"u8.CopyTo(said);
        id.CopyTo(said[5..]);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, said, whole);
        whole[..MacBytes].CopyTo(mac);
    }
}
