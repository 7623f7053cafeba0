using Chatbot.Learning;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.FirstPage;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Phrases;

/// <summary>Groups of questions that wait for an official.</summary>
internal sealed class WaitingProposals(IDbContextFactory<ChatbotDb> databases) : IWaiting
{
    public Right Any => Right.CatalogueEditor;

    public int Order => 50;

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return new WaitingTile(PhrasesTexts.WaitingTitle, PhrasesTexts.WaitingHint, await Proposal.Waiting(db, scope, "", why: null).CountAsync(ct), ProposalRoutes.Home);
    }
}
