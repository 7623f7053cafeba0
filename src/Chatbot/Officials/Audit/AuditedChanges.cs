using System.Globalization;
using System.Reflection;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Chatbot.Officials.Audit;

/// <summary>What the change tracker is about to save, told without texts that the trail must not hold.</summary>
internal static class AuditedChanges
{
    private const string Hidden = "…";

    public static List<AuditRecord> Of(ChangeTracker tracker) =>
        [.. tracker.Entries<IAudited>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(Record).OfType<AuditRecord>()];

    /// <returns>Null: only what is not worth an entry.</returns>
    private static AuditRecord? Record(EntityEntry<IAudited> entry)
    {
        var kind = Conventions.SnakeCase(entry.Metadata.ClrType.Name);
        var details = Properties(entry).ToDictionary(p => Conventions.SnakeCase(p.Metadata.Name), p => Told(p, entry.State));
        if (entry.State == EntityState.Modified && details.Count == 0) return null;
        var done = entry.State switch { EntityState.Added => "added", EntityState.Deleted => "deleted", _ => "changed" };
        return new AuditRecord($"{kind}.{done}", kind, entry.Entity.Id.ToString(), entry.Entity.AuditUnitId) { Details = details };
    }

    private static IEnumerable<PropertyEntry> Properties(EntityEntry<IAudited> entry) => entry.State switch
    {
        EntityState.Deleted => [],
        _ => entry.Properties.Where(p => !p.Metadata.IsPrimaryKey() && p.Metadata.PropertyInfo?.GetCustomAttribute<UnauditedAttribute>() is null
            && (entry.State == EntityState.Added ? p.CurrentValue is not null : p.IsModified && !Equals(p.OriginalValue, p.CurrentValue))),
    };

    private static object? Told(PropertyEntry property, EntityState state) =>
        state == EntityState.Added ? Plain(property, property.CurrentValue) : new[] { Plain(property, property.OriginalValue), Plain(property, property.CurrentValue) };

    private static object? Plain(PropertyEntry property, object? value) => value switch
    {
        null => null,
        string text => property.Metadata.PropertyInfo?.GetCustomAttribute<AuditedTextAttribute>() is null ? Hidden : text,
        bool or int or long => value,
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        Enum or Guid or DateOnly or TimeSpan or double or decimal => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => Hidden,
    };
}
