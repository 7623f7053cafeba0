namespace Chatbot.Web.Jobs;

/// <summary>Work that returns by the clock. The engine behind it is replaceable (decision 0003): it is told these and nothing else.</summary>
/// <param name="Name">Unique, what the job does.</param>
/// <param name="Cron">Six fields (seconds first), Asia/Ho_Chi_Minh.</param>
/// <param name="Run">May run twice or stop anywhere.</param>
public sealed record RecurringJob(string Name, string Cron, Func<IServiceProvider, CancellationToken, Task> Run);
