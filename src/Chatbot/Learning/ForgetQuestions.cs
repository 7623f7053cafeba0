using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Learning;

/// <summary>Recurring: collected questions go when their time is over. A decision outlives its questions as long, so that what was rejected is not proposed again at once.</summary>
public sealed class ForgetQuestions(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock, IOptions<LearningOptions> options, ILogger<ForgetQuestions> logger)
{
    public async Task ForgetAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - options.Value.KeepQuestions;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var questions = await db.Set<UnclearQuestion>().Where(q => q.AskedAt < before).ExecuteDeleteAsync(ct);
        var groups = await db.Set<QuestionGroup>()
            .Where(g => !db.Set<UnclearQuestion>().Any(q => q.GroupId == g.Id) && (g.State == GroupState.Open || g.DecidedAt < before))
            .ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        if (questions + groups > 0) logger.QuestionsForgotten(questions, groups);
    }
}
