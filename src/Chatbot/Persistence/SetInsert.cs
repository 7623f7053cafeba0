using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Chatbot.Persistence;

/// <summary>PostgreSQL: writes many new rows of one table with one statement. EF Core sends one statement a row, which costs server and service twice the time.</summary>
/// <remarks>Columns, names and conversions are the model's own; what the database computes is left out. Needs an open transaction or stands alone.</remarks>
internal static class SetInsert
{
    private static readonly ConcurrentDictionary<IEntityType, Shape> Shapes = new();

    /// <summary>Writes rows of any tables, a table that others name before those. Rows of a table that sets cannot carry are left to EF Core, and all others with them.</summary>
    public static async Task AddAsync(DbContext db, IReadOnlyList<object> rows, CancellationToken ct)
    {
        var tables = rows.GroupBy(row => db.Model.FindEntityType(row.GetType())!).OrderBy(table => Depth(table.Key)).ToList();
        if (!tables.TrueForAll(table => ShapeOf(table.Key).IsCarried))
        {
            db.AddRange(rows);
            await db.SaveChangesAsync(ct);
            return;
        }
        foreach (var table in tables)
        {
            await using var command = Command(db, [.. table], returning: "");
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <returns>The numbers that the database gave, in the order of <paramref name="rows"/>.</returns>
    public static async Task<List<long>> AddCountedAsync(DbContext db, IReadOnlyList<object> rows, CancellationToken ct)
    {
        var ids = new List<long>(rows.Count);
        if (rows.Count == 0) return ids;
        await using var command = Command(db, rows, returning: " RETURNING id");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetInt64(0));
        return ids;
    }

    private static NpgsqlCommand Command(DbContext db, IReadOnlyList<object> rows, string returning)
    {
        var shape = ShapeOf(db.Model.FindEntityType(rows[0].GetType())!);
        var command = new NpgsqlCommand(shape.Sql + returning, (NpgsqlConnection)db.Database.GetDbConnection());
        foreach (var column in shape.Columns) command.Parameters.Add(column.ValuesOf(rows));
        return command;
    }

    private static Shape ShapeOf(IEntityType entity) => Shapes.GetOrAdd(entity, Shape.Of);

    /// <summary>0: names no other table.</summary>
    private static int Depth(IEntityType entity) => entity.GetForeignKeys().Select(key => key.PrincipalEntityType)
        .Where(principal => principal != entity).Select(principal => 1 + Depth(principal)).DefaultIfEmpty(0).Max();

    private sealed record Shape(string Sql, IReadOnlyList<Column> Columns)
    {
        public bool IsCarried { get; } = Columns.All(column => column.IsCarried);

        public static Shape Of(IEntityType entity)
        {
            var columns = entity.GetProperties().Where(IsWritten).Select(property => new Column(property)).ToList();
            var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));   // "case" and "end" are words of SQL
            var values = string.Join(", ", columns.Select((_, at) => $"${at + 1}"));
            return new Shape($"INSERT INTO \"{entity.GetTableName()}\" ({names}) SELECT * FROM unnest({values})", columns);
        }

        private static bool IsWritten(IProperty property) =>
            property.GetComputedColumnSql() is null && !(property.IsPrimaryKey() && property.ClrType == typeof(long) && property.ValueGenerated == ValueGenerated.OnAdd);
    }

    private sealed class Column(IProperty property)
    {
        private readonly Func<object?, object?> convert = property.GetTypeMapping().Converter?.ConvertToProvider ?? (value => value);
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Type type = Stored(property);

        private static readonly Type[] Carried =
            [typeof(string), typeof(Guid), typeof(int), typeof(long), typeof(double), typeof(bool), typeof(DateTimeOffset), typeof(DateOnly), typeof(byte[])];

        public string Name { get; } = property.GetColumnName();

        public bool IsCarried => Carried.Contains(type);

        public NpgsqlParameter ValuesOf(IReadOnlyList<object> rows)
        {
            if (type == typeof(string)) return Array<string?>(NpgsqlDbType.Text);
            if (type == typeof(Guid)) return Array<Guid?>(NpgsqlDbType.Uuid);
            if (type == typeof(int)) return Array<int?>(NpgsqlDbType.Integer);
            if (type == typeof(long)) return Array<long?>(NpgsqlDbType.Bigint);
            if (type == typeof(double)) return Array<double?>(NpgsqlDbType.Double);
            if (type == typeof(bool)) return Array<bool?>(NpgsqlDbType.Boolean);
            if (type == typeof(DateTimeOffset)) return Array<DateTimeOffset?>(NpgsqlDbType.TimestampTz);
            if (type == typeof(DateOnly)) return Array<DateOnly?>(NpgsqlDbType.Date);
            return Array<byte[]?>(NpgsqlDbType.Bytea);

            NpgsqlParameter<T[]> Array<T>(NpgsqlDbType element)
            {
                var values = new T[rows.Count];
                for (var i = 0; i < values.Length; i++) values[i] = (T)convert(getter.GetClrValue(rows[i]))!;
                return new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element };
            }
        }

        private static Type Stored(IProperty property)
        {
            var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
            return Nullable.GetUnderlyingType(type) ?? type;
        }
    }
}
