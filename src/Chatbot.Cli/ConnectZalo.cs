using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Persistence;
using Chatbot.Web.Connect;
using Chatbot.Web.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.Cli;

/// <summary><c>connect zalo [--address https://…]</c>: prints the one-time link at which an OA's administrator gives consent.</summary>
internal static class ConnectZalo
{
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddPersistence().AddSecrets().AddZalo();
        using var host = builder.Build();
        if (Problem(host.Services, arguments, out var address) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return 2;
        }
        var ticket = await host.Services.GetRequiredService<ConnectTickets>().IssueAsync(Channel.Zalo, ct);
        var life = host.Services.GetRequiredService<IOptions<ChannelOptions>>().Value.ConnectTicketLife;
        Console.WriteLine($"Mở đường dẫn này trong {life.TotalMinutes:0} phút, bằng trình duyệt của người quản trị OA:");
        Console.WriteLine($"{address}{ZaloConnect.Path}?ticket={ticket}");
        Console.WriteLine($"Callback URL cần khai trong trang quản trị ứng dụng Zalo: {address}{ZaloConnect.CallbackPath}");
        return 0;
    }

    /// <returns>Null: all is there, and the address has no slash at its end.</returns>
    private static string? Problem(IServiceProvider services, Arguments arguments, out string address)
    {
        address = "";
        try
        {
            var given = arguments.Get("address") ?? services.GetRequiredService<IOptions<ChannelOptions>>().Value.PublicAddress?.AbsoluteUri;
            if (!Uri.TryCreate(given, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                return "Say where the service is reached: --address https://… or the setting Channels:PublicAddress";
            address = uri.AbsoluteUri.TrimEnd('/');
            var zalo = services.GetRequiredService<IOptions<ZaloOptions>>().Value;
            return zalo is { IsConfigured: true, AppSecret.Length: > 0 } ? null : "Zalo:AppId and Zalo:AppSecret must be set first";
        }
        catch (OptionsValidationException e)
        {
            return e.Message;
        }
    }
}
