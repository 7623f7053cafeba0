using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Reports;

public static class ReportServices
{
    /// <summary>Figures for people; reads only. Needs persistence and the hotline.</summary>
    public static IHostApplicationBuilder AddReports(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReadToday>().AddSingleton<ReadResponseTimes>().AddSingleton<ReadBotQuality>().AddSingleton<ReadTopics>().AddSingleton<ReadScores>();
        return builder;
    }
}
