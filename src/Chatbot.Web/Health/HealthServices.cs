using Chatbot.Persistence;

namespace Chatbot.Web.Health;

public static class HealthServices
{
    /// <summary>What <c>/health</c> tells. Registers nobody's state: <see cref="AddReporters"/> does.</summary>
    public static IHostApplicationBuilder AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<HealthOptions>().BindConfiguration(HealthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<StorageProbe>().AddSingleton<StoredWork>().AddSingleton<HealthBoard>().AddSingleton<HealthMeter>();
        builder.Services.AddHostedService<HealthWatch>();
        return builder;
    }

    /// <summary>The parts that tell how they are; needs channels and messaging, and jobs where it <paramref name="works"/>.</summary>
    public static IHostApplicationBuilder AddReporters(this IHostApplicationBuilder builder, bool works)
    {
        if (works) builder.Services.AddSingleton<IHealthReporter, JobsReporter>();
        builder.Services.AddSingleton<IHealthReporter, AccountProblemsReporter>().AddSingleton<IHealthReporter, InboxReporter>();
        return builder;
    }
}
