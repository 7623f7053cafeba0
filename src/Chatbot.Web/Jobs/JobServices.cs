using Chatbot.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace Chatbot.Web.Jobs;

public static class JobServices
{
    /// <summary>Time zone of the office's clock; schedules are written in it.</summary>
    public static readonly TimeZoneInfo VietnamTime = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>Recurring jobs in a persistent store: clustered on PostgreSQL, so that one process runs each; on SQLite in a file of its own,
    /// so that the engine never holds up the inbox's writer.</summary>
    public static WebApplicationBuilder AddJobs(this WebApplicationBuilder builder, IReadOnlyList<RecurringJob> jobs)
    {
        builder.Services.AddSingleton(new RecurringJobs(jobs));
        var connection = PersistenceServices.ConnectionOf(builder.Configuration);
        builder.Services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store => UseStore(store, connection));
            foreach (var job in jobs) Schedule(quartz, job);
        });
        builder.Services.AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = true);
        return builder;
    }

    private static void UseStore(IPersistentStoreBuilder store, string connection)
    {
        store.ProvisionSchema();
        if (ConnectionText.KindOf(connection) == DatabaseKind.PostgreSql)
        {
            store.UsePostgres(NpgsqlFactory.Instance, connection);
            store.UseClustering();
            return;
        }
        var file = new SqliteConnectionStringBuilder(connection);
        file.DataSource = Path.ChangeExtension(file.DataSource, ".jobs.db");
        store.UseSqlite(SqliteFactory.Instance, file.ConnectionString);
    }

    private static void Schedule(IQuartzBuilder quartz, RecurringJob job) => quartz.ScheduleJob<RunRecurringJob>(
        trigger => trigger.WithIdentity(job.Name).WithSchedule(CronScheduleBuilder.Create(job.Cron).InTimeZone(VietnamTime)),
        detail => detail.WithIdentity(job.Name));
}
