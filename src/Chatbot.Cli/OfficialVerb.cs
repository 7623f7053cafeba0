using Chatbot.Channels;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.Cli;

/// <summary><c>official invite --user NAME --name "FULL NAME" [--rights Administrator,Auditor] [--unit ID] [--address https://…]</c> prints the one-time link at which
/// somebody new chooses a password; <c>official reset --user NAME [--two-factor]</c> the link for somebody who lost it.</summary>
public static class OfficialVerb
{
    private const string Usage = """
        Usage: official invite --user NAME --name "FULL NAME" [--rights Administrator,Auditor] [--unit ID] [--address https://…]
               official reset --user NAME [--two-factor] [--address https://…]
        """;

    public static int Run(string[] args) => RunAsync(args, Console.Out, Console.Error, CancellationToken.None).GetAwaiter().GetResult();

    /// <returns>0: done; 1: refused; 2: wrong call.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var arguments = new Arguments(args.Length > 0 ? args[1..] : []);
        if (args.Length == 0 || args[0] is not ("invite" or "reset") || arguments.Missing(args[0] == "invite" ? ["user", "name"] : ["user"]).Count > 0)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        Actor.Is(Actor.CommandLine);
        var builder = Host.CreateApplicationBuilder();
        builder.AddPersistence().AddSecrets().AddOfficials();
        builder.Services.AddOptions<ChannelOptions>().BindConfiguration("Channels");
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var (token, problem) = args[0] == "invite" ? await InviteAsync(scope.ServiceProvider, arguments, ct) : await ResetAsync(scope.ServiceProvider, arguments, ct);
        if (token is null)
        {
            await errors.WriteLineAsync(problem);
            return 1;
        }
        var address = arguments.Get("address") ?? host.Services.GetRequiredService<IOptions<ChannelOptions>>().Value.PublicAddress?.AbsoluteUri ?? "http://localhost:5080";
        var life = host.Services.GetRequiredService<IOptions<OfficialsOptions>>().Value.InvitationLife;
        await output.WriteLineAsync($"Gửi riêng đường dẫn này cho người được mời; dùng được một lần, trong {life.TotalHours:0} giờ:");
        await output.WriteLineAsync(address.TrimEnd('/') + Invitations.Path + token);
        return 0;
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
