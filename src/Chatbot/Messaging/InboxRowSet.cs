using Npgsql;
using NpgsqlTypes;

namespace Chatbot.Messaging;

/// <summary>The values of many rows as PostgreSQL takes them fastest: an array a column, and once what is the same in all rows, as the office and the account mostly are.</summary>
internal sealed class InboxRowSet(IReadOnlyList<InboxRow> rows)
{
    private readonly NpgsqlBatchCommand command = new();
    private readonly List<string> values = [];
    private readonly List<string> arrays = [];

    /// <summary>Adds the next column.</summary>
    public void Add<T>(NpgsqlDbType type, Func<InboxRow, T> column)
    {
        var place = $"${command.Parameters.Count + 1}";
        var first = column(rows[0]);
        if (first is not (null or byte[]) && rows.All(row => EqualityComparer<T>.Default.Equals(first, column(row))))
        {
            values.Add(place);
            command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = first, NpgsqlDbType = type });
            return;
        }
        var array = new T[rows.Count];
        for (var i = 0; i < array.Length; i++) array[i] = column(rows[i]);
        arrays.Add(place);
        values.Add($"v.c{arrays.Count}");
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = array, NpgsqlDbType = NpgsqlDbType.Array | type });
    }

    public NpgsqlBatchCommand Command(string insert, string conflict)
    {
        var names = Enumerable.Range(1, arrays.Count).Select(number => $"c{number}");
        command.CommandText = $"{insert} SELECT {string.Join(", ", values)} FROM unnest({string.Join(", ", arrays)}) AS v({string.Join(", ", names)}){conflict}";
        return command;
    }
}
