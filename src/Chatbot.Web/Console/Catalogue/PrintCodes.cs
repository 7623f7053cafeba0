using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Where a square code on the sheet leads.</summary>
public sealed record PrintCode(string Caption, string Address);

/// <summary>The codes of a sheet: the entry's own page, and the accounts at which people may ask.</summary>
internal sealed class PrintCodes(IDbContextFactory<ChatbotDb> databases)
{
    public async Task<IReadOnlyList<PrintCode>> OfAsync(IContentVersion version, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var accounts = await db.Set<ChannelAccount>().Where(a => a.UnitId == version.UnitId && a.Status != AccountStatus.Disconnected)
            .OrderBy(a => a.Channel).ThenBy(a => a.CreatedAt).Select(a => new { a.Channel, a.PlatformId }).ToListAsync(ct);
        var source = version is FaqVersion faq ? faq.Read().SourceUrl : ((ProcedureVersion)version).Read().SourceUrl;
        return
        [
            .. source.Length > 0 ? [new PrintCode(CatalogueTexts.CodeSource, source)] : Array.Empty<PrintCode>(),
            .. accounts.DistinctBy(a => a.Channel).Select(a => a.Channel == Channel.Zalo
                ? new PrintCode(CatalogueTexts.CodeZalo, $"https://zalo.me/{a.PlatformId}") : new PrintCode(CatalogueTexts.CodeFacebook, $"https://m.me/{a.PlatformId}")),
        ];
    }
}
