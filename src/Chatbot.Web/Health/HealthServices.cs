namespace Chatbot.Web.Health;

public static class HealthServices
{
    public static IHostApplicationBuilder AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<HealthOptions>().BindConfiguration(HealthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<StorageProbe>().AddSingleton<StoredWork>().AddSingleton<HealthBoard>().AddSingleton<HealthMeter>();
        builder.Services.AddHostedService<HealthWatch>();
        return builder;
    }
}
