using Chatbot.Catalogue;
using Chatbot.Catalogue.Editing;
using Chatbot.Catalogue.Import;
using Chatbot.Conversations;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Preview;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Reads versions of entries within the visitor's units.</summary>
internal sealed class EntryReader(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, PreviewContent content, ChannelPreview preview, TimeProvider clock)
{
    /// <returns>Null: no such version, or of another unit.</returns>
    public async Task<IContentVersion?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        return await db.Set<ProcedureVersion>().Within(scope).FirstOrDefaultAsync(v => v.Id == id, ct) as IContentVersion
            ?? await db.Set<FaqVersion>().Within(scope).FirstOrDefaultAsync(v => v.Id == id, ct);
    }

    /// <returns>Null: the version is the first of its entry.</returns>
    public async Task<IContentVersion?> BeforeAsync(IContentVersion version, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return version is FaqVersion ? await Earlier<FaqVersion>(db, version).FirstOrDefaultAsync(ct) : await Earlier<ProcedureVersion>(db, version).FirstOrDefaultAsync(ct);
    }

    /// <returns>Null: no such version, or of another unit.</returns>
    public async Task<EntrySheet?> SheetAsync(Guid id, Aspect aspect, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } version) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var kind = version is FaqVersion ? ImportKind.Faq : ImportKind.Procedures;
        var draft = await db.Set<EntryDraft>().Where(d => d.UnitId == version.UnitId && d.Kind == kind && d.Code == version.Code
            && (d.Status == DraftStatus.Draft || d.Status == DraftStatus.Submitted || d.Status == DraftStatus.Returned)).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);
        var today = VietnamDay.Of(clock.GetUtcNow());
        return version switch
        {
            ProcedureVersion p => new EntrySheet(p, p.Title, EntryStates.Of(p.Status, p.ValidFrom, p.ValidUntil, today), EntryParts.Of(p.Read()),
                await Lines(Same<ProcedureVersion>(db, version), v => new VersionLine(v.Id, v.Version, v.ImportedAt, v.ValidFrom, v.SupersededOn, v.Source)).ToListAsync(ct),
                preview.Of(content.Of(p.Read(), aspect)), draft)
            { Aspect = aspect },
            FaqVersion f => new EntrySheet(f, f.Title, EntryStates.Of(ProcedureStatus.InForce, f.ValidFrom, f.ValidUntil, today), EntryParts.Of(f.Read()),
                await Lines(Same<FaqVersion>(db, version), v => new VersionLine(v.Id, v.Version, v.ImportedAt, v.ValidFrom, v.SupersededOn, v.Source)).ToListAsync(ct),
                preview.Of(content.Of(f.Read())), draft),
            _ => null,
        };
    }

    public static IReadOnlyList<EntryPart> PartsOf(IContentVersion version) => version is FaqVersion faq ? EntryParts.Of(faq.Read()) : EntryParts.Of(((ProcedureVersion)version).Read());

    public static string TitleOf(IContentVersion version) => version is FaqVersion faq ? faq.Title : ((ProcedureVersion)version).Title;

    private static IQueryable<TVersion> Same<TVersion>(ChatbotDb db, IContentVersion version)
        where TVersion : class, IContentVersion =>
        db.Set<TVersion>().Where(v => v.UnitId == version.UnitId && v.Code == version.Code).OrderByDescending(v => v.Version);

    private static IQueryable<TVersion> Earlier<TVersion>(ChatbotDb db, IContentVersion version)
        where TVersion : class, IContentVersion => Same<TVersion>(db, version).Where(v => v.Version < version.Version);

    private static IQueryable<VersionLine> Lines<TVersion>(IQueryable<TVersion> versions, System.Linq.Expressions.Expression<Func<TVersion, VersionLine>> line) => versions.Select(line);
}
