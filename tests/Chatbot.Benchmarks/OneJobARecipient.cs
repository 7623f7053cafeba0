using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Chatbot.Benchmarks;

/// <summary>The other design: one job a recipient on the project's own job engine, its store on the same PostgreSQL and clustered as in the service. A job sends and keeps no further record.</summary>
internal static class OneJobARecipient
{
    private const int SetSize = 200;

    /// <returns>Jobs a second, once all are stored: the storing itself, which the engine needs too, is printed and not counted against it.</returns>
    public static async Task<double> RunAsync(string database, IReadOnlyList<string> recipients, int atOnce, Func<string, CancellationToken, ValueTask> send)
    {
        var tally = new Tally(recipients.Count, send);
        await using var services = Services(database, tally, atOnce);
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var began = Stopwatch.GetTimestamp();
        foreach (var set in recipients.Chunk(SetSize)) await scheduler.ScheduleJobs(set.ToDictionary(Job, IReadOnlyCollection<ITrigger> (_) => [TriggerBuilder.Create().StartNow().Build()]));
        var stored = Stopwatch.GetElapsedTime(began);
        began = Stopwatch.GetTimestamp();
        await scheduler.Start();
        await tally.Done;
        var ran = Stopwatch.GetElapsedTime(began);
        await scheduler.Shutdown();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {recipients.Count} jobs stored in {stored.TotalSeconds:F1} s, run in {ran.TotalSeconds:F1} s"));
        return recipients.Count / ran.TotalSeconds;
    }

    private static IJobDetail Job(string recipient) => JobBuilder.Create<SendOne>().WithIdentity(Guid.NewGuid().ToString()).UsingJobData("to", recipient).Build();

    private static ServiceProvider Services(string database, Tally tally, int atOnce)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(tally).AddTransient<SendOne>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "one-job-a-recipient");   // the service's own jobs lie in the same tables
            quartz.UseDefaultThreadPool(atOnce);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UsePostgres(NpgsqlFactory.Instance, database);
                store.UseClustering();
            });
        });
        return services.BuildServiceProvider();
    }

    public sealed class Tally(int expected, Func<string, CancellationToken, ValueTask> send)
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int count;

        public Task Done => done.Task;

        public async ValueTask SendAsync(string recipient, CancellationToken ct)
        {
            await send(recipient, ct);
            if (Interlocked.Increment(ref count) == expected) done.SetResult();
        }
    }

    public sealed class SendOne(Tally tally) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            tally.SendAsync(context.MergedJobDataMap.GetString("to")!, cancellationToken);
    }
}
