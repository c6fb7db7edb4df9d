using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lupaus.Storage.Ground.Foundations;

internal sealed class IdConverter<TId>() : ValueConverter<TId, long>(id => id.Value, value => Read(value)) where TId : struct, IId<TId>
{
    // An expression tree can't call a static abstract member itself.
    private static TId Read(long value) => TId.From(value);
}

internal sealed class EmailAddressConverter() : ValueConverter<EmailAddress, string>(e => e.Value, s => EmailAddress.Parse(s));

internal sealed class PhoneNumberConverter() : ValueConverter<PhoneNumber, string>(p => p.Value, s => PhoneNumber.Parse(s));

internal sealed class ReferenceConverter() : ValueConverter<Reference, string>(r => r.Value, s => Reference.Parse(s));

internal sealed class LanguagesConverter() : ValueConverter<List<LanguageCode>, string>(
    l => string.Join(' ', l), s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<LanguageCode>).ToList());

internal sealed class LanguagesComparer() : ValueComparer<List<LanguageCode>>(
    (a, b) => a!.SequenceEqual(b!), l => l.Aggregate(0, HashCode.Combine), l => l.ToList());
