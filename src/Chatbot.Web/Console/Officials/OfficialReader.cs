using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Officials;

/// <summary>What the page of one official shows.</summary>
internal sealed class OfficialReader(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, TimeProvider clock)
{
    public async Task<IResult> PageAsync(Guid id, string? notice, bool isError, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        if (await db.Set<Official>().Within(scope).SingleOrDefaultAsync(o => o.Id == id, ct) is not { } official) return TypedResults.NotFound();
        return Pages.Show<OfficialPage>(new
        {
            Official = official,
            Units = await UnitNode.ReadAsync(db, scope, ct),
            IsLocked = official.LockedAt is not null || official.LockoutEnd > clock.GetUtcNow(),
            Notice = notice,
            NoticeIsError = isError,
        }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
