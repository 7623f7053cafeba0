using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Chatbot.Web.StartUp;

internal static class Announcement
{
    /// <summary>Once it listens: connects the stand-ins, and prints where one goes now.</summary>
    public static void AnnounceWhenStarted(this WebApplication app, StandIns? standIns) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        standIns?.Connect(app);
        if (!app.Environment.IsDevelopment()) return;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.WriteLine();
        Console.WriteLine($"  Trợ lý thủ tục hành chính   {address}");
        if (standIns is not null) Console.WriteLine($"  Sân thử (nhắn như người dân) {standIns.Address}");
        Console.WriteLine();
    });
}
