using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Persistence;
using Chatbot.Web.Connect;
using Chatbot.Web.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.Cli;

/// <summary>
/// <c>connect facebook [--token TOKEN]</c>: checks the token, subscribes the Page, sets Get Started, greeting and menu, and prints what is missing.
/// Without a token those of the settings are taken. <c>connect facebook --link [--address https://…]</c> prints the one-time page on which the token is entered.
/// </summary>
internal static class ConnectFacebook
{
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddPersistence().AddSecrets().AddFacebook();
        using var host = builder.Build();
        try
        {
            return arguments.Has("link")
                ? await PrintLinkAsync(host.Services, arguments, ct)
                : await ConnectAsync(host.Services, Tokens(host.Services, arguments), ct);
        }
        catch (OptionsValidationException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    private static async Task<int> ConnectAsync(IServiceProvider services, IReadOnlyList<string> tokens, CancellationToken ct)
    {
        if (tokens.Count == 0)
        {
            await Console.Error.WriteLineAsync("Give the Page's token: --token TOKEN, the setting Facebook:Pages:0:AccessToken, or --link for a page to enter it on");
            return 2;
        }
        var areComplete = true;
        foreach (var token in tokens)
        {
            var connection = await services.GetRequiredService<ConnectFacebookPage>().RunAsync(token, ct);
            foreach (var step in connection.Steps) Console.WriteLine($"{(step.IsDone ? "✔" : "✘")} {step.Text}");
            areComplete &= connection.IsComplete;
        }
        return areComplete ? 0 : 1;
    }

    private static async Task<int> PrintLinkAsync(IServiceProvider services, Arguments arguments, CancellationToken ct)
    {
        var options = services.GetRequiredService<IOptions<ChannelOptions>>().Value;
        var given = arguments.Get("address") ?? options.PublicAddress?.AbsoluteUri;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            await Console.Error.WriteLineAsync("Say where the service is reached: --address https://… or the setting Channels:PublicAddress");
            return 2;
        }
        var ticket = await services.GetRequiredService<ConnectTickets>().IssueAsync(Channel.Facebook, ct);
        Console.WriteLine($"Mở đường dẫn này trong {options.ConnectTicketLife.TotalMinutes:0} phút để nhập khóa truy cập của Trang:");
        Console.WriteLine($"{address.AbsoluteUri.TrimEnd('/')}{FacebookConnect.Path}?ticket={ticket}");
        Console.WriteLine($"Callback URL cần khai ở mục Webhooks của ứng dụng Facebook: {address.AbsoluteUri.TrimEnd('/')}/webhooks/facebook");
        return 0;
    }

    private static IReadOnlyList<string> Tokens(IServiceProvider services, Arguments arguments) => arguments.Get("token") is { } token
        ? [token]
        : [.. services.GetRequiredService<IOptions<FacebookOptions>>().Value.Pages.Select(page => page.AccessToken)];
}
