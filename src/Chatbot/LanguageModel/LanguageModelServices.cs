using System.Net;
using Chatbot.Persistence;
using Chatbot.Understanding.Advice;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.LanguageModel;

public static class LanguageModelServices
{
    /// <summary>The office's own model as <see cref="IQuestionAdvisor"/>; does nothing while it is not set up.</summary>
    public static IHostApplicationBuilder AddLanguageModel(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<LanguageModelOptions>().BindConfiguration("LanguageModel").ValidateDataAnnotations().ValidateOnStart();
        // Held by a singleton, so the handler renews its connections by itself instead of being replaced by the factory.
        services.AddHttpClient<LanguageModelClient>((provider, http) =>
        {
            var options = provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
            if (options.Enabled) http.BaseAddress = new Uri(options.BaseAddress.TrimEnd('/') + "/");
            (http.Timeout, http.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, LanguageModelClient.LongestAnswer);   // the budget rules
        }).ConfigurePrimaryHttpMessageHandler(Handler).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        services.AddSingleton<ModelAdvisor>().AddSingleton<IHealthReporter>(provider => provider.GetRequiredService<ModelAdvisor>());
        services.Replace(ServiceDescriptor.Singleton<IQuestionAdvisor>(provider => provider.GetRequiredService<ModelAdvisor>()));
        return builder;
    }

    private static SocketsHttpHandler Handler() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false,   // a redirected question would go elsewhere
        UseCookies = false,
    };
}
