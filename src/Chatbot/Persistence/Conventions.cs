using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Chatbot.Persistence;

/// <summary>snake_case names, enums as text, times in UTC: <c>timestamptz</c> on PostgreSQL, microseconds since 1970 on SQLite (which cannot compare times with offsets).</summary>
internal static class Conventions
{
    public static void StoreEnumsAsText(ModelConfigurationBuilder configuration) =>
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);

    public static void StoreTimesAsUtc(ModelConfigurationBuilder configuration, bool isSqlite)
    {
        if (isSqlite) configuration.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
        else configuration.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    public static void UseSnakeCase(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase(entity.ClrType.Name));
            foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase(property.Name));
            foreach (var key in entity.GetKeys()) key.SetName("pk_" + entity.GetTableName());
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Named("ix", entity, index.Properties));
            foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName(Named("fk", entity, foreign.Properties));
        }
    }

    /// <summary>How SQLite holds a time: microseconds since 1970, UTC.</summary>
    public static long Microseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    public static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }
        return snake.ToString();
    }

    private static string Named(string prefix, IReadOnlyEntityType entity, IEnumerable<IReadOnlyProperty> properties) =>
        $"{prefix}_{entity.GetTableName()}_{string.Join('_', properties.Select(p => SnakeCase(p.Name)))}";

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);

    private sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
        time => Microseconds(time),
        micros => new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + micros * 10, TimeSpan.Zero));
}
