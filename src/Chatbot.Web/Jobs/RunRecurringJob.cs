using Quartz;

namespace Chatbot.Web.Jobs;

/// <summary>The jobs of this deployment, by name.</summary>
public sealed class RecurringJobs(IReadOnlyList<RecurringJob> jobs)
{
    public RecurringJob? Find(string name) => jobs.FirstOrDefault(job => job.Name == name);
}

/// <summary>The only class that the job engine knows: it runs the job of that name.</summary>
[DisallowConcurrentExecution]
internal sealed class RunRecurringJob(RecurringJobs jobs, IServiceProvider services, IHostApplicationLifetime lifetime, ILogger<RunRecurringJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        // A job that an older version scheduled and this one does not know: nothing to do.
        if (jobs.Find(name) is not { } job) return;
        // The engine waits at the end for what runs; a job stops anywhere and goes on at the next start.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await job.Run(services, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The service ends.
        }
        catch (Exception error)
        {
            logger.JobFailed(error, name);
        }
    }
}
