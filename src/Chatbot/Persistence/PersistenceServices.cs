using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Persistence;

public static class PersistenceServices
{
    /// <summary>The database named by <c>ConnectionStrings:Chatbot</c>; without it a SQLite file in the <see cref="DataFolder"/>.</summary>
    public static IHostApplicationBuilder AddPersistence(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddChatbotDb(ConnectionOf(builder.Configuration));
        return builder;
    }

    /// <summary>The database that the settings mean.</summary>
    public static string ConnectionOf(IConfiguration configuration)
    {
        var setting = configuration.GetConnectionString("Chatbot");
        if (!string.IsNullOrWhiteSpace(setting)) return ConnectionText.Prepared(setting);
        return ConnectionText.Prepared($"Data Source={Path.Combine(DataFolder.Of(configuration[DataFolder.Setting]), "chatbot.db")}");
    }

    public static IServiceCollection AddChatbotDb(this IServiceCollection services, string connection)
    {
        var kind = ConnectionText.KindOf(connection);
        services.AddSingleton(new DatabaseInfo(kind, connection));
        services.AddSingleton(new WriteGate(kind));
        services.AddPooledDbContextFactory<ChatbotDb>((found, options) =>
        {
            Configure(options, kind, connection);
            options.AddInterceptors(found.GetServices<IInterceptor>());   // what capabilities want to know of every save
        });
        return services;
    }

    public static void Configure(DbContextOptionsBuilder options, DatabaseKind kind, string connection)
    {
        // Migrations are written by hand, so there is no snapshot to compare with; a test compares tables with the model instead.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        if (kind == DatabaseKind.PostgreSql) options.UseNpgsql(connection);
        else options.UseSqlite(connection).AddInterceptors(new SqlitePragmas());
    }
}

/// <summary>Which database this process works with.</summary>
public sealed record DatabaseInfo(DatabaseKind Kind, string Connection);
