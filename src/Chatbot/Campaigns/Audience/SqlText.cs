using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Chatbot.Campaigns.Writing;
using Chatbot.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chatbot.Campaigns.Audience;

/// <summary>Values of one statement, each as its database holds it; nothing that a person wrote becomes part of the statement's text.</summary>
internal sealed class SqlText(bool isSqlite)
{
    private readonly List<DbParameter> parameters = [];

    public bool IsSqlite => isSqlite;

    private object[] Parameters => [.. parameters];

    public static SqlText For(ChatbotDb db) => new(db.Database.IsSqlite());

    /// <param name="statement">Written with this object's values.</param>
    public Task<List<T>> ReadAsync<T>(ChatbotDb db, string statement, CancellationToken ct) => db.Database.SqlQueryRaw<T>(statement, Parameters).ToListAsync(ct);

    /// <inheritdoc cref="ReadAsync{T}"/>
    /// <returns>Rows that were written.</returns>
    public Task<int> RunAsync(ChatbotDb db, string statement, CancellationToken ct) => db.Database.ExecuteSqlRawAsync(statement, Parameters, ct);

    public string Value(string value) => Add(value);

    public string Value(Guid value) => Add(value);

    public string Value(int value) => Add(value);

    public string Value(long value) => Add(value);

    public string Real(double value) => Add(value);

    public string Value(DateTimeOffset value) => isSqlite ? Add(Conventions.Microseconds(value)) : Add(value.ToUniversalTime());

    /// <summary>The column holds one of these.</summary>
    public string OneOf(string column, IEnumerable<string> values) => isSqlite
        ? $"{column} IN (SELECT value FROM json_each({Add(JsonSerializer.Serialize([.. values], CampaignJson.Default.StringArray))}))"
        : $"{column} = ANY({Add(values.ToArray())})";

    public string OneOf(string column, IEnumerable<Guid> values) => isSqlite
        ? OneOf(column, values.Select(id => id.ToString().ToUpperInvariant()))
        : $"{column} = ANY({Add(values.ToArray())})";

    public string OneOf(string column, IEnumerable<long> values) => isSqlite
        ? $"{column} IN (SELECT value FROM json_each({Numbers([.. values])}))"
        : $"{column} = ANY({Numbers([.. values])})";

    /// <summary>A table with columns "first" and "second", a row for each pair.</summary>
    public string Pairs(IEnumerable<(long First, long Second)> pairs)
    {
        var all = pairs.ToList();
        var (first, second) = (Numbers([.. all.Select(pair => pair.First)]), Numbers([.. all.Select(pair => pair.Second)]));
        return isSqlite
            ? $"(SELECT one.value AS first, two.value AS second FROM json_each({first}) one JOIN json_each({second}) two ON one.key = two.key)"
            : $"(SELECT first, second FROM unnest({first}, {second}) AS pair(first, second))";
    }

    private string Numbers(long[] values) => Add(isSqlite ? JsonSerializer.Serialize(values, CampaignJson.Default.Int64Array) : values);

    private string Add(object value)
    {
        var name = "@v" + parameters.Count.ToString(CultureInfo.InvariantCulture);
        parameters.Add(isSqlite ? new SqliteParameter(name, value) : new NpgsqlParameter(name, value));
        return name;
    }
}
