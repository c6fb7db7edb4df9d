using Lupaus.Work.Search;
using Microsoft.Data.Sqlite;

namespace Lupaus.Storage.Sqlite;

/// <summary>The product's own index over sentences in memory, without tickets: for measuring what is found, and for trying words.</summary>
public sealed class SentenceIndex : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteSearch search = new();
    private readonly List<string> ids = [];

    public SentenceIndex()
    {
        connection.Open();
        Run(SqliteSearch.Table);
    }

    public void Add(string id, IReadOnlyList<IndexedWord> words)
    {
        ids.Add(id);
        Run("INSERT INTO search_tokens (rowid, surface, lemma, part, stem) VALUES ($1, $2, $3, $4, $5)", [ids.Count, .. SqliteSearch.Columns(words)]);
    }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<string> Find(IReadOnlyList<SoughtPhrase> phrases)
    {
        if (phrases.Count == 0)
            return [];
        using var select = Command("SELECT rowid FROM search_tokens WHERE search_tokens MATCH $1 ORDER BY rowid", search.Query(phrases));
        using var reader = select.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(ids[reader.GetInt32(0) - 1]);
        return found;
    }

    public void Dispose() => connection.Dispose();

    private void Run(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        return command;
    }
}
