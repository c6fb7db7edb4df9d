using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Machines;

/// <summary>The groups of fields of a message/delivery-status (RFC 3464, 2.1), parted by empty lines.</summary>
internal static class DeliveryStatus
{
    private const int Most = 100;

    public static List<HeaderFields> Groups(ReadOnlyMemory<byte> body, ReadingLimits limits)
    {
        var groups = new List<HeaderFields>();
        var log = new RepairLog();
        var reader = new HeaderReader(body, (byte)'\n', limits, log);
        var at = 0;
        for (var count = 0; at < body.Length && count < Most; count++)
        {
            var before = at;
            var fields = reader.Read(ref at, static _ => false);
            if (fields.Count > 0)
                groups.Add(fields);
            if (at == before)
                break;
        }
        return groups;
    }
}
