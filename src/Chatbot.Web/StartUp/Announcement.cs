using Chatbot.Channels;
using Chatbot.Officials;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.StartUp;

internal static partial class Announcement
{
    /// <summary>Once it listens: connects the stand-ins, and tells where one goes now. While nobody administers, that is a one-time link.</summary>
    public static async Task AnnounceWhenStartedAsync(this WebApplication app, StandIns? standIns, Roles roles)
    {
        var first = roles.ServesWeb ? await FirstLinkAsync(app) : null;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            standIns?.Connect(app);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.FirstOrDefault() ?? "";
            if (app.Environment.IsDevelopment()) Print(address, standIns, first);
            else if (first is not null) FirstAdministratorWanted(app.Logger, PublicOr(app, address) + first);
        });
    }

    /// <returns>The path; null: somebody administers already.</returns>
    private static async Task<string?> FirstLinkAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().LinkAsync(app.Lifetime.ApplicationStopping);
        return token is null ? null : Invitations.Path + token;
    }

    private static void Print(string address, StandIns? standIns, string? first)
    {
        System.Console.WriteLine();
        System.Console.WriteLine($"  Trợ lý thủ tục hành chính   {address}");
        if (standIns is not null) System.Console.WriteLine($"  Sân thử (nhắn như người dân) {standIns.Address}");
        System.Console.WriteLine(first is null
            ? $"  Bảng điều hành (cán bộ)      {address}/console"
            : $"  Bảng điều hành: đặt mật khẩu cho người quản trị đầu tiên ({FirstAdministrator.UserName}) tại\n    {address}{first}");
        System.Console.WriteLine();
    }

    private static string PublicOr(WebApplication app, string address) =>
        (app.Services.GetRequiredService<IOptions<ChannelOptions>>().Value.PublicAddress?.AbsoluteUri ?? address).TrimEnd('/');

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody administers yet. The first administrator chooses a password at this link, once: {Link}")]
    private static partial void FirstAdministratorWanted(ILogger logger, string link);
}
