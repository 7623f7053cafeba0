using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue.Answers;

/// <summary>Published answers as the bot knows questions; their days are looked at by the snapshot.</summary>
internal static class AnswerReader
{
    public static async Task<List<Stored<FaqEntry>>> ReadAsync(ChatbotDb db, Guid unitId, CancellationToken ct)
    {
        var rows = await db.Set<PublishedAnswer>()
            .Where(a => a.UnitId == unitId && a.Status == AnswerStatus.Published)
            .OrderBy(a => a.Code).ToListAsync(ct);
        return [.. rows.Select(row => new Stored<FaqEntry>(Entry(row), row.VersionId, row.Version))];
    }

    private static FaqEntry Entry(PublishedAnswer row) =>
        new(IdOf(row.Code), [row.Question, .. row.OtherQuestions.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], row.Answer)
        {
            Topic = row.Field, Source = row.Source, SourceUrl = row.SourceUrl, ProcedureCode = row.ProcedureCode,
            ValidFrom = row.ValidFrom, ValidUntil = row.ValidUntil,
            ApprovedBy = row.ApproverName, ApprovedOn = VietnamDay.Of(row.ApprovedAt!.Value),
        };

    /// <summary>As <see cref="FaqEntry.Id"/>; records of answers name it.</summary>
    public static string IdOf(string code) => $"dan-hoi-{code}";
}
