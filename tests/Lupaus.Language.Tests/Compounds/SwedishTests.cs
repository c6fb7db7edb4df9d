using System.Text;
using Lupaus.Language.Compounds;

namespace Lupaus.Language.Tests.Compounds;

public sealed class SwedishTests
{
    private static readonly Swedish Swedish = SwedishDictionary.Swedish;

    [Theory]
    [InlineData("biljetterna", "biljett")]
    [InlineData("Fakturan", "faktura")]
    [InlineData("resans", "resa")]
    [InlineData("månadskortets", "månadskort")]
    [InlineData("elbilen", "elbil")]
    public void A_word_is_known_in_all_its_forms(string word, string lemma) => Swedish.Readings(word).ShouldContain(r => r.Lemma == lemma);

    [Theory]
    [InlineData("tågbiljettsbokningen", "tåg biljett tågbiljett bokning biljettsbokning")]
    [InlineData("arbetsplats", "arbete plats")]
    [InlineData("gatuadress", "gata adress")]
    [InlineData("veckokort", "vecka kort")]
    [InlineData("lönebesked", "lön besked")]
    [InlineData("flickskor", "flicka sko")]
    [InlineData("busstation", "buss station")]
    [InlineData("laddkabeln", "ladda kabel")]
    [InlineData("luotsiabonnemanget", "luotsi abonnemang")]
    public void A_compound_has_every_span_of_its_words(string word, string parts) =>
        Swedish.Readings(word).SelectMany(r => r.Parts).Distinct().ShouldBe(parts.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("sparris")]
    [InlineData("planeten")]
    [InlineData("biljett")]
    [InlineData("kassan")]
    [InlineData("lagring")]
    [InlineData("beskriva")]
    [InlineData("kunskap")]
    [InlineData("återställa")]
    [InlineData("Lindström")]
    [InlineData("Helsingfors")]
    public void A_word_that_only_looks_like_others_side_by_side_stays_whole(string word) => Swedish.Readings(word).SelectMany(r => r.Parts).ShouldBeEmpty();

    [Theory]
    [InlineData("nyckelring", "ring")]
    [InlineData("lönerad", "rad")]
    public void What_ends_alike_and_is_a_compound_is_cut(string word, string part) => Swedish.Readings(word).SelectMany(r => r.Parts).ShouldContain(part);

    [Fact]
    public void A_word_that_begins_with_something_unknown_is_a_guess()
    {
        Swedish.Readings("luotsiabonnemang").Single().IsGuess.ShouldBeTrue();
        Swedish.Readings("mobilabonnemang").ShouldAllBe(r => !r.IsGuess);
    }

    [Fact]
    public void Any_text_will_do()
    {
        var random = new Random(20261123);
        string[] odd = ["", "a", "\ud800", "å\udc00", "ß", "İ", new('s', 45), new('ö', 46), new('x', 1_000_000), "e\u0301l", "-", "1080p", string.Concat(Enumerable.Repeat("tåg", 20))];
        var noise = Enumerable.Range(0, 2_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 64)).Select(_ => random.Next(4) == 0 ? (char)random.Next(char.MaxValue) : "abdegiklnorstuåäö"[random.Next(17)])));

        foreach (var word in odd.Concat(noise))
            Should.NotThrow(() => Swedish.Readings(word));
    }

    [Fact]
    public void Threads_at_once_read_alike()
    {
        var words = Samples.Rows("compounds-sv.tsv").Select(row => row["word"]).ToList();
        var alone = words.ToDictionary(word => word, word => Said(Swedish.Look(word)));
        var fresh = Swedish.From(SwedishFile.Find(null)!);

        Parallel.For(0, 8, i => words.Skip(i).Concat(words).ShouldAllBe(word => Said(fresh.Readings(word)) == alone[word]));
    }

    [Fact]
    public void A_file_that_is_no_dictionary_is_refused()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.dic");
        File.WriteAllText(file, "lupaus\n");
        File.WriteAllText(Path.ChangeExtension(file, ".aff"), "SET UTF-8\n");

        Should.Throw<FormatException>(() => Swedish.From(file));

        File.Delete(file);
        File.Delete(Path.ChangeExtension(file, ".aff"));
    }

    [Fact]
    public void Another_dictionary_has_another_version()
    {
        var folder = Directory.CreateTempSubdirectory("lupaus-").FullName;
        File.WriteAllText(Path.Combine(folder, "sv_FI.aff"), "SFX D Y 1\nSFX D 0 en [^a]\n");

        var (one, other) = (Version("1\nbil/DX\n"), Version("2\nbil/DX\nbåt/DX\n"));

        one.ShouldNotBe(other);
        Directory.Delete(folder, recursive: true);

        string Version(string words)
        {
            File.WriteAllText(Path.Combine(folder, "sv_FI.dic"), words);
            return Swedish.From(SwedishFile.Find(folder)!).Version;
        }
    }

    [Fact]
    public void Without_a_dictionary_nothing_is_known()
    {
        Swedish.WithoutDictionary.Readings("tågbiljett").ShouldBeEmpty();
        Swedish.WithoutDictionary.HasDictionary.ShouldBeFalse();
    }

    private static string Said(IEnumerable<SwedishReading> readings) =>
        readings.Aggregate(new StringBuilder(), (said, r) => said.Append(r.Lemma).Append(':').AppendJoin(' ', r.Parts).Append(';')).ToString();
}
