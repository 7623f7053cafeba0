using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Console.Account;

/// <summary>What the account page shows.</summary>
internal sealed class AccountReader(ConsoleContext console, Sessions sessions, TwoFactor twoFactor, IDbContextFactory<ChatbotDb> databases, IOptions<OfficialsOptions> options)
{
    public async Task<IResult> PageAsync(string? notice, bool isError, CancellationToken ct)
    {
        var id = console.Visitor.OfficialId;
        await using var db = await databases.CreateDbContextAsync(ct);
        return Pages.Show<AccountPage>(new
        {
            Sessions = await sessions.OfAsync(id, ct),
            CodesLeft = await twoFactor.CodesLeftAsync(id, ct),
            MaySwitchOff = !twoFactor.IsRequired(console.Visitor.Rights),
            IsAway = await db.Set<Official>().AnyAsync(o => o.Id == id && o.IsAway, ct),
            Shortest = options.Value.PasswordLength,
            Notice = notice,
            NoticeIsError = isError,
        }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
