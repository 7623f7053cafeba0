using Chatbot.Channels;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.Cli;

/// <summary><c>official invite</c> prints the one-time link at which somebody new chooses a password; <c>official reset</c> the link for somebody who lost it.
/// The database is that of <c>--database</c>, else of <c>ConnectionStrings__Chatbot</c>.</summary>
public static class OfficialVerb
{
    private const string Usage = """
        Usage: official invite --user NAME --name "FULL NAME" [--rights Administrator,Auditor] [--unit ID] [--address https://…] [--database CONNECTION]
               official reset --user NAME [--two-factor] [--address https://…] [--database CONNECTION]
        """;

    public static int Run(string[] args) => RunAsync(args, Console.Out, Console.Error, CancellationToken.None).GetAwaiter().GetResult();

    /// <returns>0: done; 1: refused; 2: wrong call.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var arguments = new Arguments(args.Length > 0 ? args[1..] : []);
        if (args is not ["invite" or "reset", ..] || arguments.Missing(args[0] == "invite" ? ["user", "name"] : ["user"]).Count > 0)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        Actor.Is(Actor.CommandLine);
        using var host = HostFor(arguments.Get("database"));
        await using var scope = host.Services.CreateAsyncScope();
        var (token, problem) = args[0] == "invite" ? await InviteAsync(scope.ServiceProvider, arguments, ct) : await ResetAsync(scope.ServiceProvider, arguments, ct);
        await (token is null ? errors.WriteLineAsync(problem) : TellAsync(host.Services, arguments.Get("address"), token, output));
        return token is null ? 1 : 0;
    }

    private static IHost HostFor(string? database)
    {
        var builder = Host.CreateApplicationBuilder();
        if (database is not null) builder.Configuration[ConnectionText.Setting] = database;
        builder.AddPersistence().AddSecrets().AddOfficials();
        builder.Services.AddOptions<ChannelOptions>().BindConfiguration("Channels");
        return builder.Build();
    }

    private static async Task TellAsync(IServiceProvider services, string? address, string token, TextWriter output)
    {
        address ??= services.GetRequiredService<IOptions<ChannelOptions>>().Value.PublicAddress?.AbsoluteUri ?? "http://localhost:5080";
        var life = services.GetRequiredService<IOptions<OfficialsOptions>>().Value.InvitationLife;
        await output.WriteLineAsync($"Gửi riêng đường dẫn này cho người được mời; dùng được một lần, trong {life.TotalHours:0} giờ:");
        await output.WriteLineAsync(address.TrimEnd('/') + Invitations.Path + token);
    }

    private static async Task<(string? Token, string Problem)> InviteAsync(IServiceProvider services, Arguments arguments, CancellationToken ct)
    {
        if (!Enum.TryParse<Right>(arguments.Get("rights") ?? nameof(Right.Administrator), ignoreCase: true, out var rights))
            return (null, $"--rights: {string.Join(", ", Rights.Each)}");
        if (!Guid.TryParse(arguments.Get("unit") ?? Unit.RootId.ToString(), out var unit)) return (null, "--unit: not an id");
        var person = new NewOfficial(arguments.Get("name")!, arguments.Get("user")!, unit, rights);
        return await services.GetRequiredService<InviteOfficial>().RunAsync(person, await EverythingAsync(services, ct), ct) switch
        {
            InviteOutcome.Invited invited => (invited.Token, ""),
            InviteOutcome.Refused refused => (null, $"Refused: {refused.Problem}"),
            _ => throw new InvalidOperationException("No such outcome."),
        };
    }

    private static async Task<(string? Token, string Problem)> ResetAsync(IServiceProvider services, Arguments arguments, CancellationToken ct)
    {
        var name = arguments.Get("user")!.ToUpperInvariant();
        var id = await services.GetRequiredService<ChatbotDb>().Set<Official>().Where(o => o.NormalizedUserName == name).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct);
        var kind = arguments.Has("two-factor") ? InvitationKind.ResetAll : InvitationKind.Reset;
        var token = id is null ? null
            : await services.GetRequiredService<Invitations>().IssueAsync(id.Value, kind, await EverythingAsync(services, ct), keepOlder: false, ct);
        return (token, "There is no such official, or the account is locked.");
    }

    private static async Task<UnitScope> EverythingAsync(IServiceProvider services, CancellationToken ct) =>
        new(await services.GetRequiredService<ChatbotDb>().Set<Unit>().Select(u => u.Id).ToListAsync(ct));
}
