using Chatbot.Channels;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Answering;

/// <summary>What the citizen would read, in how many messages, and what the platform lets through: for the composer, before anything is sent.</summary>
public sealed class PreviewAnswer
{
    private readonly CaseDesk desk;
    private readonly AnswerSender sender;
    private readonly ReplyWindows windows;
    private readonly IEnumerable<IChannelSender> senders;

    internal PreviewAnswer(CaseDesk desk, AnswerSender sender, ReplyWindows windows, IEnumerable<IChannelSender> senders) =>
        (this.desk, this.sender, this.windows, this.senders) = (desk, sender, windows, senders);

    /// <returns>Null: there is no such case.</returns>
    public async Task<AnswerPreview?> PreviewAsync(Guid caseId, string text, CancellationToken ct)
    {
        await using var db = await desk.ReadAsync(ct);
        if (await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == caseId, ct) is not { } matter) return null;
        var talk = await db.Set<Conversation>().SingleAsync(c => c.Id == matter.ConversationId, ct);
        var account = await db.Set<ChannelAccount>().SingleAsync(a => a.Id == matter.AccountId, ct);
        var channel = senders.Single(s => s.Channel == talk.Channel);
        var parts = sender.Render(talk, matter, text).Select(channel.TextOf).ToList();
        return new AnswerPreview(parts, text.Length, AnswerRequest.LongestText, windows.Of(talk, account, desk.Now));
    }
}

/// <param name="Parts">Messages as the platform shows them.</param>
/// <param name="Characters">Of the official's own text.</param>
/// <param name="MostCharacters">Beyond it the answer is refused.</param>
public sealed record AnswerPreview(IReadOnlyList<string> Parts, int Characters, int MostCharacters, ReplyWindow Window);
