using System.Text;
using System.Text.Json;
using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Hotline.Search;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.Testing.Console;

/// <summary>Cases of made-up citizens, written as the bot's handover writes them.</summary>
public static class CasePlants
{
    /// <param name="words">What the citizen wrote.</param>
    /// <param name="age">How long ago; the platform's window counts from then.</param>
    public static Task<Case> PlantCaseAsync(
        this ConsoleApp app, Guid unitId, string words, Channel channel = Channel.Zalo, CaseKind kind = CaseKind.Question, TimeSpan age = default) =>
        app.Services.PlantCaseAsync(app.Database, unitId, words, channel, kind, DateTimeOffset.UtcNow - age);

    /// <param name="services">With persistence, secrets and the hotline.</param>
    /// <param name="at">When it was written.</param>
    public static async Task<Case> PlantCaseAsync(
        this IServiceProvider services, TestDatabase database, Guid unitId, string words, Channel channel, CaseKind kind, DateTimeOffset at)
    {
        await using var db = database.NewContext();
        var box = services.GetRequiredService<ISecretBox>();
        var account = await AccountAsync(db, unitId, channel);
        var talk = new Conversation
        {
            UnitId = unitId, AccountId = account.Id, Channel = channel, CitizenId = Guid.NewGuid().ToString("N"), CreatedAt = at, LastInboundAt = at,
        };
        var matter = Case.Open(new OpenedCase(talk, kind, CaseOrigin.AskedForPerson, box.ProtectWords(words), at));
        matter.Run(services.GetRequiredService<DeadlineClock>().FirstAnswer(OfficeHours.Standard, at));
        talk.OpenCase(matter.Id, Case.LongAway);
        db.Add(talk);
        db.Add(matter);
        db.Add(CaseEvent.Of(matter, CaseVerb.Open, official: null, at, nameof(CaseOrigin.AskedForPerson)));
        db.Add(Written(talk, account, words, at, box));
        await services.GetRequiredService<CaseSearch>().IndexAsync(db, matter.Id, words, CancellationToken.None);
        await db.SaveChangesAsync();
        return matter;
    }

    public static async Task<ChannelAccount> AccountAsync(ChatbotDb db, Guid unitId, Channel channel)
    {
        if (await db.Set<ChannelAccount>().FirstOrDefaultAsync(a => a.UnitId == unitId && a.Channel == channel) is { } known) return known;
        var account = new ChannelAccount { UnitId = unitId, Channel = channel, PlatformId = Guid.NewGuid().ToString("N"), Name = "Trang của xã", CreatedAt = DateTimeOffset.UtcNow };
        db.Add(account);
        await db.SaveChangesAsync();
        return account;
    }

    /// <summary>The event as the platform sent it, handled.</summary>
    private static InboundEvent Written(Conversation talk, ChannelAccount account, string words, DateTimeOffset at, ISecretBox box)
    {
        var time = at.ToUnixTimeMilliseconds();
        object body = talk.Channel == Channel.Zalo
            ? new
            {
                app_id = "1", user_id_by_app = "2", event_name = "user_send_text", timestamp = $"{time}", sender = new { id = talk.CitizenId },
                recipient = new { id = account.PlatformId }, message = new { msg_id = Guid.NewGuid().ToString("N"), text = words },
            }
            : new { sender = new { id = talk.CitizenId }, recipient = new { id = account.PlatformId }, timestamp = time, message = new { mid = $"m_{Guid.NewGuid():N}", text = words } };
        return new InboundEvent
        {
            UnitId = talk.UnitId, AccountId = account.Id, Channel = talk.Channel, PlatformAccountId = account.PlatformId, EventKey = Guid.NewGuid().ToString("N"),
            Kind = talk.Channel == Channel.Zalo ? "user_send_text" : "message", CitizenId = talk.CitizenId, OccurredAt = at, ReceivedAt = at, Status = EventStatus.Handled, HandledAt = at,
            Body = box.Protect(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body))),
        };
    }
}
