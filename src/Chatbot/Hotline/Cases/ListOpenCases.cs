using Chatbot.Channels;
using Chatbot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Cases;

/// <summary>What waits for an official, the oldest first, with the way to the chat; for the command line.</summary>
public sealed class ListOpenCases(CaseDesk desk)
{
    public async Task<IReadOnlyList<OpenCase>> ListAsync(CancellationToken ct)
    {
        await using var db = await desk.ReadAsync(ct);
        var open =
            from matter in db.Set<Case>()
            where matter.State != CaseState.Closed
            join account in db.Set<ChannelAccount>() on matter.AccountId equals account.Id
            join conversation in db.Set<Conversation>() on matter.ConversationId equals conversation.Id
            orderby matter.OpenedAt
            select new OpenCase(matter, account.Name.Length > 0 ? account.Name : account.PlatformId, conversation.CitizenId);
        return await open.ToListAsync(ct);
    }
}

/// <param name="AccountName">Name of the OA or Page; its number when it has none.</param>
/// <param name="CitizenId">The platform's id of the citizen, as its inbox shows it.</param>
public sealed record OpenCase(Case Case, string AccountName, string CitizenId);
