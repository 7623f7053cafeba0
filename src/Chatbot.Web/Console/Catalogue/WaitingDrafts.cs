using Chatbot.Catalogue.Editing;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.FirstPage;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Changes of the catalogue that this person may approve.</summary>
internal sealed class DraftsToApprove(IDbContextFactory<ChatbotDb> databases) : IWaiting
{
    public Right Any => Right.Approver;

    public int Order => 42;

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        var me = visitor.OfficialId;
        await using var db = await databases.CreateDbContextAsync(ct);
        var count = await db.Set<EntryDraft>().Within(scope)
            .CountAsync(d => d.Status == DraftStatus.Submitted && d.AuthorId != me && (d.EditorId == null || d.EditorId != me), ct);
        return new WaitingTile(CatalogueTexts.WaitingApproval, CatalogueTexts.WaitingApprovalHint, count, "/console/catalogue/drafts?state=submitted");
    }
}

/// <summary>Changes that an approver has given back.</summary>
internal sealed class DraftsReturned(IDbContextFactory<ChatbotDb> databases) : IWaiting
{
    public Right Any => Right.CatalogueEditor;

    public int Order => 43;

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var count = await db.Set<EntryDraft>().Within(scope).CountAsync(d => d.Status == DraftStatus.Returned, ct);
        return new WaitingTile(CatalogueTexts.WaitingReturned, CatalogueTexts.WaitingReturnedHint, count, "/console/catalogue/drafts?state=returned");
    }
}
