using System.Text.Json;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Tests;

public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_each_sample_comes_what_stands_beside_it(string name)
    {
        var actual = JsonDocument.Parse(MailJson.Write(Samples.Read(name))).RootElement;

        Compare(Samples.Expected(name), actual, name);
    }

    [Fact]
    public void Every_repair_has_a_sample()
    {
        var words = typeof(Repair).GetFields().Select(field => (string)field.GetValue(null)!);

        var seen = Samples.Names.SelectMany(name => Samples.Read(name).Repairs).ToHashSet();

        // These need messages too big to keep; LimitTests makes them.
        words.Except(seen).ShouldBe([Repair.HeaderTooLong, Repair.HeadersTooMany, Repair.AddressesTooMany, Repair.PartsTooMany, Repair.TextTooLong], ignoreOrder: true);
    }

    // What is expected need not say everything; what it says must be so.
    private static void Compare(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind == JsonValueKind.Object)
        {
            actual.ValueKind.ShouldBe(JsonValueKind.Object, path);
            foreach (var property in expected.EnumerateObject())
                Compare(property.Value, actual.GetProperty(property.Name), $"{path}.{property.Name}");
        }
        else if (expected.ValueKind == JsonValueKind.Array)
        {
            actual.GetArrayLength().ShouldBe(expected.GetArrayLength(), $"{path}: {actual}");
            foreach (var (wanted, found) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
                Compare(wanted, found, path);
        }
        else
            actual.ToString().ShouldBe(expected.ToString(), path);
    }
}
