using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Chatbot.Testing.Databases;
using Chatbot.Web.Jobs;

namespace Chatbot.ComponentTests.Service;

/// <summary>A job that aims at the moment in which it looks at the clock runs for ever and takes a core with it.</summary>
public sealed class RecurringJobsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_job_comes_to_its_end_while_the_clock_runs_and_at_its_next_time_too(DatabaseKind kind)
    {
        await using var app = await ConsoleApp.StartAsync(kind, ("Roles", "web"));
        for (var time = 0; time < 2; time++)
            foreach (var job in JobList.All)
            {
                using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
                await job.Run(app.Services, late.Token);
                Assert.False(late.IsCancellationRequested, $"{job.Name} was still running after a minute.");
            }
    }
}
