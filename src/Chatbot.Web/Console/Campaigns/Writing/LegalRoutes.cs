using System.Text;
using Chatbot.Campaigns.Writing.Legal;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.Writing;

/// <summary>The register of legal documents: one for all offices, kept by those who write.</summary>
internal static class LegalRoutes
{
    private const string Path = "/console/campaigns/legal";
    private const long LargestFile = 8 * 1024 * 1024;

    public static void MapLegal(this IEndpointRouteBuilder campaigns)
    {
        var legal = campaigns.MapGroup("/legal");
        legal.MapGet("", ListAsync).RequireRight(CampaignRoutes.Readers);
        legal.MapGet("/new", () => Pages.Show<LegalEntryPage>(new { Entry = new LegalEntry("", LegalStatus.InForce) })).RequireRight(Right.Editor);
        legal.MapGet("/{id:guid}", ShowAsync).RequireRight(Right.Editor);
        legal.MapPost("", KeepAsync).RequireRight(Right.Editor);
        legal.MapPost("/import", ImportAsync).RequireRight(Right.Editor);
        legal.MapPost("/{id:guid}/remove", RemoveAsync).RequireRight(Right.Editor);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "state");
        await using var db = await databases.CreateDbContextAsync(ct);
        if (ListExport.FormatOf(request) is { } format)
            return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "so-van-ban", format, LegalRow.Read(db, query), WritingColumns.Legal, query, ct);
        var notice = request.Query["done"].ToString() switch { "saved" => WritingTexts.LegalSaved, "removed" => WritingTexts.LegalRemoved, _ => null };
        return Pages.Show<LegalPage>(new { List = await ListReader.ReadAsync(LegalRow.Read(db, query), WritingColumns.Legal, query, ct), Notice = notice });
    }

    private static async Task<IResult> ShowAsync(Guid id, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<LegalDocument>().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } d) return TypedResults.NotFound();
        var entry = new LegalEntry(d.Number, d.Status) { ShortName = d.ShortName, Title = d.Title, IssuedOn = d.IssuedOn, Since = d.Since, ReplacedBy = d.ReplacedBy };
        return Pages.Show<LegalEntryPage>(new { Id = (Guid?)id, Entry = entry });
    }

    private static async Task<IResult> KeepAsync(IFormCollection form, LegalRegister register, CancellationToken ct)
    {
        var entry = new LegalEntry(form.Text("number"), form.Choice<LegalStatus>("status") ?? LegalStatus.InForce)
        {
            ShortName = form.Text("short_name"), Title = form.Text("title"), IssuedOn = form.Day("issued"), Since = form.Day("since"), ReplacedBy = form.Text("replaced"),
        };
        return await register.KeepAsync(entry, ct)
            ? Pages.Go($"{Path}?done=saved") : Pages.Show<LegalEntryPage>(new { Entry = entry, Notice = WritingTexts.LegalRefused(FormValues.Number(LegalDocument.LongestText)) }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ImportAsync(IFormCollection form, HttpRequest request, LegalRegister register, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "state") with { Path = Path };
        (IReadOnlyList<LegalEntry> Entries, IReadOnlyList<LegalLineFault> Faults) read = ([], [new LegalLineFault(1, LegalFault.NoHeading, "")]);
        if (form.Files.GetFile("file") is { Length: > 0 and <= LargestFile } file)
        {
            using var text = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            read = LegalFile.Read(new StringReader(await text.ReadToEndAsync(ct)));
        }
        var stored = await register.KeepAsync(read.Entries, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return Pages.Show<LegalPage>(new
        {
            List = await ListReader.ReadAsync(LegalRow.Read(db, query), WritingColumns.Legal, query, ct), read.Faults,
            Notice = WritingTexts.Imported(FormValues.Number(stored), FormValues.Number(read.Faults.Count)), NoticeIsError = stored == 0,
        }, stored == 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> RemoveAsync(Guid id, LegalRegister register, CancellationToken ct) =>
        await register.RemoveAsync(id, ct) ? Pages.Go($"{Path}?done=removed") : TypedResults.NotFound();
}
