using Chatbot.Catalogue.Editing;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.FirstPage;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Changes of the catalogue that this person may approve.</summary>
internal sealed class DraftsToApprove(IDbContextFactory<ChatbotDb> databases)
    : WaitingRows(databases, CatalogueTexts.WaitingApproval, CatalogueTexts.WaitingApprovalHint, "/console/catalogue/drafts?state=submitted")
{
    public override Right Any => Right.Approver;

    public override int Order => 42;

    protected override Task<int> CountAsync(ChatbotDb db, Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        var me = visitor.OfficialId;
        return db.Set<EntryDraft>().Within(scope).CountAsync(d => d.Status == DraftStatus.Submitted && d.AuthorId != me && (d.EditorId == null || d.EditorId != me), ct);
    }
}

/// <summary>Changes that an approver has given back.</summary>
internal sealed class DraftsReturned(IDbContextFactory<ChatbotDb> databases)
    : WaitingRows(databases, CatalogueTexts.WaitingReturned, CatalogueTexts.WaitingReturnedHint, "/console/catalogue/drafts?state=returned")
{
    public override Right Any => Right.CatalogueEditor;

    public override int Order => 43;

    protected override Task<int> CountAsync(ChatbotDb db, Visitor visitor, UnitScope scope, CancellationToken ct) =>
        db.Set<EntryDraft>().Within(scope).CountAsync(d => d.Status == DraftStatus.Returned, ct);
}
