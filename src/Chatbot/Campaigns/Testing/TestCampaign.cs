using System.Globalization;
using System.Security.Cryptography;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Hotline.Answering;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Testing;

/// <summary>Sends a campaign to the official who writes it, and to nobody else. The account is the official's own: it was proven by a code written from it.</summary>
public sealed class TestCampaign(IDbContextFactory<ChatbotDb> databases, WriteGate gate, IEnumerable<IChannelSender> senders, IEnumerable<IChannelEvents> events, ISecretBox box, ReplyWindows windows, TimeProvider clock)
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(30);

    private readonly IReadOnlyDictionary<Channel, IChannelSender> senders = senders.ToDictionary(sender => sender.Channel);
    private readonly IReadOnlyDictionary<Channel, IChannelEvents> events = events.GroupBy(mapper => mapper.Channel).ToDictionary(group => group.Key, group => group.First());

    /// <summary>The code to write to the office's account within half an hour.</summary>
    public async Task<string> AskAsync(Guid officialId, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<OfficialContact>().Where(c => c.OfficialId == officialId && c.ConversationId == null).ExecuteDeleteAsync(ct);
        var code = "THU" + RandomNumberGenerator.GetInt32(10_000_000, 100_000_000).ToString(CultureInfo.InvariantCulture);
        db.Add(new OfficialContact { OfficialId = officialId, Code = code, AskedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        return code;
    }

    /// <summary>Looks for the code among what citizens wrote since.</summary>
    /// <returns>False: not there yet, or too late.</returns>
    public async Task<bool> ConfirmAsync(Guid officialId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var since = clock.GetUtcNow() - CodeLife;
        var asked = await db.Set<OfficialContact>().FirstOrDefaultAsync(c => c.OfficialId == officialId && c.ConversationId == null && c.AskedAt > since, ct);
        if (asked is null || await WriterOfAsync(db, asked, ct) is not { } talk) return false;
        using var pass = await gate.EnterAsync(ct);
        await db.Set<OfficialContact>().Where(c => c.OfficialId == officialId && c.ConversationId == talk).ExecuteDeleteAsync(ct);
        return await db.Set<OfficialContact>().Where(c => c.Id == asked.Id && c.ConversationId == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.ConversationId, talk), ct) == 1;
    }

    /// <summary>To the official's own accounts on the campaign's channels, as an ordinary message with a mark in front.</summary>
    public async Task<TestOutcome> SendAsync(Campaign campaign, Guid officialId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var own = db.Set<OfficialContact>().Where(c => c.OfficialId == officialId && c.ConversationId != null).Select(c => c.ConversationId!.Value);
        var talks = await db.Set<Conversation>().Where(c => own.Contains(c.Id)).ToListAsync(ct);
        if (talks.Count == 0) return TestOutcome.NoAccount;
        var draft = campaign.Read();
        talks = [.. talks.Where(talk => talk.Channel == Channel.Facebook ? draft.Methods.Facebook is not null : draft.Methods.Zalo is not null)];
        if (talks.Count == 0) return TestOutcome.OtherChannel;
        var unit = await db.Set<Unit>().Where(u => u.Id == campaign.UnitId).Select(u => u.Name).SingleAsync(ct);
        var sent = 0;
        foreach (var talk in talks)
        {
            var account = await db.Set<ChannelAccount>().SingleAsync(a => a.Id == talk.AccountId, ct);
            if (windows.Of(talk, account, now).Way != ReplyWay.Free) continue;
            foreach (var body in Bodies(draft, unit, talk, now)) db.Add(OfficeMessage.Plan(talk, body, now));
            sent++;
        }
        await db.SaveChangesAsync(ct);
        return sent > 0 ? TestOutcome.Sent : TestOutcome.WindowShut;
    }

    private IEnumerable<string> Bodies(CampaignDraft draft, string unit, Conversation talk, DateTimeOffset now)
    {
        var message = DeliveryBodies.Message(draft, Languages.Vietnamese, unit, DateOnly.FromDateTime(WorkingCalendar.Local(now).DateTime));
        return senders[talk.Channel].Render(message with { Text = $"{CampaignTexts.TestMark}\n\n{message.Text}" }, new Recipient(talk.CitizenId, talk.AnonymousConversationId));
    }

    private async Task<Guid?> WriterOfAsync(ChatbotDb db, OfficialContact asked, CancellationToken ct)
    {
        var heard = await db.Set<InboundEvent>().Where(e => e.ReceivedAt >= asked.AskedAt && e.AccountId != null && e.Body != null).OrderByDescending(e => e.Id).Take(5_000)
            .Select(e => new { e.AccountId, e.CitizenId, e.Channel, e.Kind, e.Body }).ToListAsync(ct);
        var written = heard.Find(e => TextOf(e.Channel, e.Kind, e.Body!).Equals(asked.Code, StringComparison.OrdinalIgnoreCase));
        if (written is null) return null;
        return await db.Set<Conversation>().Where(c => c.AccountId == written.AccountId && c.CitizenId == written.CitizenId).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
    }

    private string TextOf(Channel channel, string kind, byte[] body) =>
        events.TryGetValue(channel, out var mapper) && box.TryUnprotect(body, out var plain) && mapper.Map(kind, plain) is ChannelEvent.MessageReceived { Message: { } message } ? message.Text.Trim() : "";
}

/// <summary>NoAccount: the official has not proven one. OtherChannel: only on a channel that the campaign does not use. WindowShut: the official must write to the account first.</summary>
public enum TestOutcome { Sent, NoAccount, OtherChannel, WindowShut }
