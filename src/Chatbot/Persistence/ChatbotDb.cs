using Microsoft.EntityFrameworkCore;

namespace Chatbot.Persistence;

/// <summary>The service's database. Names no entity: their maps live beside them and are found in the assembly.</summary>
public sealed class ChatbotDb(DbContextOptions<ChatbotDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ChatbotDb).Assembly);
        Conventions.UseSnakeCase(modelBuilder.Model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Conventions.StoreEnumsAsText(configurationBuilder);
        Conventions.StoreTimesAsUtc(configurationBuilder, isSqlite: Database.IsSqlite());
    }
}
