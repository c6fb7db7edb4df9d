using Lupaus.Mail.Headers;

namespace Lupaus.Mail.Reading;

/// <summary>What a message's header says, field by field, and what had to be mended to understand it.</summary>
internal sealed class MessageHeader(HeaderFields fields, ReadingLimits limits, RepairLog log)
{
    private const int MostFields = 100;

    /// <summary>All fields of that name together: some programs write several (RFC 5322, 3.6 allows one).</summary>
    public IReadOnlyList<NamedAddress> Addresses(string name)
    {
        List<NamedAddress> found = [];
        var count = 0;
        foreach (var field in fields.All(name).Take(MostFields))
        {
            if (++count > 1)
                log.Add(Repair.HeaderRepeated);
            found.AddRange(AddressReader.Read(field.TextWith(log), limits.Addresses - found.Count, log));
        }
        return found;
    }

    /// <summary>The first field of that name alone: a second From is dirt or deceit.</summary>
    public IReadOnlyList<NamedAddress> FirstAddresses(string name)
    {
        if (fields.All(name).Skip(1).Any())
            log.Add(Repair.HeaderRepeated);
        return fields.First(name) is { } field ? AddressReader.Read(field.TextWith(log), limits.Addresses, log) : [];
    }

    public string Subject()
    {
        if (fields.All("Subject").Skip(1).Any())
            log.Add(Repair.HeaderRepeated);
        return Headers.Addresses.OneSpaced(fields.First("Subject")?.DecodedWith(log) ?? "");
    }

    public string? ReturnPath()
    {
        if (fields.First("Return-Path") is not { } field)
            return null;
        var text = field.TextWith(log).Trim();
        return text is "" or "<>" or "<MAILER-DAEMON>" ? "" : text.Trim('<', '>', ' ');
    }

    public DateTimeOffset? Date()
    {
        if (fields.First("Date") is { } field)
        {
            if (DateReader.Read(field.TextWith(log)) is { } date)
                return date;
            log.Add(Repair.DateBroken);
        }
        else
            log.Add(Repair.DateMissing);
        return Received();
    }

    public IReadOnlyList<string> Ids(string name) =>
        fields.First(name) is { } field ? MessageIds.Read(field.TextWith(log), limits.References) : [];

    // What the first server on the way wrote stands lowest; its time is what follows the last semicolon (RFC 5321, 4.4).
    private DateTimeOffset? Received()
    {
        var text = fields.All("Received").LastOrDefault()?.Text;
        var at = text?.LastIndexOf(';') ?? -1;
        return at < 0 ? null : DateReader.Read(text![(at + 1)..]);
    }
}
