using Chatbot.Catalogue;
using Chatbot.Catalogue.Editing;
using Chatbot.Catalogue.Import;
using Chatbot.Conversations;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Preview;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>What the page of one change shows.</summary>
internal sealed class DraftReader(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, EntryReader entries, PreviewContent content, ChannelPreview preview)
{
    /// <returns>Null: no such draft, or of another unit.</returns>
    public async Task<EntryDraft?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<EntryDraft>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(d => d.Id == id, ct);
    }

    /// <param name="id">The draft.</param>
    /// <param name="notice">What was just done, or why it was not; null: nothing to say.</param>
    /// <param name="isError">It was not done.</param>
    /// <param name="typed">What the editor typed and could not be stored; null: the text as it stands.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<IResult> PageAsync(Guid id, string? notice, bool isError, IReadOnlyDictionary<string, string>? typed, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } draft) return TypedResults.NotFound();
        return Pages.Show<DraftPage>(new { Sheet = await SheetAsync(draft, typed, ct), Notice = notice, NoticeIsError = isError },
            isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<DraftSheet> SheetAsync(EntryDraft draft, IReadOnlyDictionary<string, string>? typed, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        Guid?[] people = [draft.AuthorId, draft.EditorId, draft.ApproverId];
        var ids = people.OfType<Guid>().ToList();
        var names = await db.Set<Official>().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.FullName, ct);
        var unit = await db.Set<Unit>().Where(u => u.Id == draft.UnitId).Select(u => u.Name).SingleAsync(ct);
        IReadOnlyList<EntryPart> before = draft.BaseVersionId is { } version && await entries.FindAsync(version, ct) is { } found ? EntryReader.PartsOf(found) : [];
        return draft.Kind == ImportKind.Faq
            ? new DraftSheet(draft, unit, PartChange.Between(before, EntryParts.Of(draft.ReadFaq())), typed ?? DraftField.Cells(draft.ReadFaq()), Preview(draft.ReadFaq()), names)
            : new DraftSheet(draft, unit, PartChange.Between(before, EntryParts.Of(draft.ReadProcedure())), typed ?? DraftField.Cells(draft.ReadProcedure()),
                preview.Of(content.Of(draft.ReadProcedure(), Aspect.General)), names);
    }

    // A new question has no answer yet: there is nothing to show.
    private IReadOnlyList<ShownTalk> Preview(FaqEntry faq) => faq.Answer.Length == 0 ? [] : preview.Of(content.Of(faq));
}
