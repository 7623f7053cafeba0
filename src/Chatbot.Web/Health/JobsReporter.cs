using Chatbot.Persistence;
using Quartz;

namespace Chatbot.Web.Health;

/// <summary>Does the job engine run? Only where this process has the worker role.</summary>
internal sealed class JobsReporter(ISchedulerFactory schedulers) : IHealthReporter
{
    public string Name => "jobs";

    public HealthReport Report()
    {
        var found = schedulers.GetScheduler(CancellationToken.None);
        if (!found.IsCompletedSuccessfully) return new(HealthState.Degraded, "The job engine is still starting or did not start.");
        var status = found.Result.Status;
        return status == SchedulerStatus.Running ? HealthReport.Well : new(HealthState.Degraded, $"The job engine is {status}.");
    }
}
