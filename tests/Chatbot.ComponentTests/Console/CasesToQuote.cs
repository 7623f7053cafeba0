using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Console;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.ComponentTests.Console;

/// <summary>Answered cases in the database of a running console.</summary>
internal static class CasesToQuote
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 3, 0, 0, TimeSpan.Zero);

    /// <summary>One case a pair of question and answer; an empty answer: not answered yet.</summary>
    public static async Task<List<Guid>> AddAsync(ConsoleApp app, Guid unit, Guid official, IEnumerable<(string Question, string Answer)> told)
    {
        var box = app.Services.GetRequiredService<ISecretBox>();
        await using var db = app.Database.NewContext();
        var account = new ChannelAccount { UnitId = unit, Channel = Channel.Zalo, PlatformId = Guid.NewGuid().ToString("N"), CreatedAt = Now };
        db.Add(account);
        var ids = new List<Guid>();
        foreach (var (question, answer) in told)
        {
            var talk = new Conversation { UnitId = unit, AccountId = account.Id, CitizenId = Guid.NewGuid().ToString("N"), CreatedAt = Now, LastInboundAt = Now };
            var matter = Case.Open(new OpenedCase(talk, CaseKind.Question, CaseOrigin.AskedForPerson, box.ProtectWords(question), Now));
            matter.Assign(official, Now);
            db.AddRange(talk, matter);
            if (answer.Length > 0) db.Add(Sent(matter, official, box.ProtectWords(answer)));
            ids.Add(matter.Id);
        }
        await db.SaveChangesAsync();
        return ids;
    }

    private static CaseAnswer Sent(Case matter, Guid official, string text)
    {
        matter.Answer(Now);
        var answer = new CaseAnswer { CaseId = matter.Id, RequestId = Guid.NewGuid(), AuthorId = official, Text = text, CreatedAt = Now };
        answer.Queue(Now);
        return answer;
    }
}
