using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Radio;

public static class RadioServices
{
    /// <summary>Loudspeaker issues of published answers; wants persistence and the catalogue.</summary>
    public static IHostApplicationBuilder AddRadio(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RadioOptions>().BindConfiguration("Radio").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<CreateRadioIssue>().AddSingleton<RadioIssues>();
        return builder;
    }
}
