using System.Text;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Writing;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.People;

/// <summary>What the office knows of citizens for choosing recipients: tags, topics, language, lists from files.</summary>
internal static class PeopleRoutes
{
    private const long LargestFile = 8 * 1024 * 1024;

    public static void MapPeople(this IEndpointRouteBuilder campaigns)
    {
        var people = campaigns.MapGroup("/people");
        people.MapGet("", ListAsync).RequireRight(CampaignRoutes.Readers);
        people.MapPost("/upload", UploadAsync).RequireRight(Right.Editor);
        people.MapGet("/{id:guid}", ShowAsync).RequireRight(CampaignRoutes.Readers);
        people.MapPost("/{id:guid}", DescribeAsync).RequireRight(Right.Editor);
        people.MapPost("/{id:guid}/topic", ChooseAsync).RequireRight(Right.Editor);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        if (ListExport.FormatOf(request) is not { } format) return await PageAsync(request, imported: null, notice: null, console, databases, ct);
        var query = Asked(request);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "nguoi-dan", format, PersonRow.Read(db, await console.ScopeAsync(ct), query.Filter("tag")), PersonColumns.All, query, ct);
    }

    private static ListQuery Asked(HttpRequest request) => ListQuery.Of(request, "tag") with { Path = "/console/campaigns/people" };

    private static async Task<IResult> UploadAsync(IFormCollection form, HttpRequest request, ConsoleContext console, ImportRecipients import, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        ImportedRecipients? imported = null;
        if (form.Files.GetFile("file") is { Length: > 0 and <= LargestFile } file)
        {
            using var text = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            imported = await import.ImportAsync(await text.ReadToEndAsync(ct), form.Text("upload_tag"), await console.CampaignActorAsync(ct), ct);
        }
        var notice = imported is null ? PeopleTexts.UploadRefused : PeopleTexts.Uploaded(imported.Tag, FormValues.Number(imported.Found), FormValues.Number(imported.Faults.Count));
        return await PageAsync(request, imported, notice, console, databases, ct);
    }

    private static async Task<IResult> PageAsync(HttpRequest request, ImportedRecipients? imported, string? notice, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var query = Asked(request);
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        var isError = notice is not null && imported is null;
        return Pages.Show<PeoplePage>(new
        {
            List = await ListReader.ReadAsync(PersonRow.Read(db, scope, query.Filter("tag")), PersonColumns.All, query, ct), Tags = await PersonRow.TagsAsync(db, scope, ct),
            Imported = imported, Notice = notice, NoticeIsError = isError,
        }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        await PersonAsync(id, request.Query["done"] == "saved" ? PeopleTexts.Saved : null, isError: false, console, databases, ct);

    private static async Task<IResult> DescribeAsync(Guid id, IFormCollection form, ConsoleContext console, KeepCitizens keep, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var actor = await console.CampaignActorAsync(ct);
        var language = form.Text("language") is var tag && Languages.IsKnown(tag) ? tag : Languages.Vietnamese;
        if (!await keep.DescribeAsync(id, language, form.Choice<CitizenKind>("kind") ?? CitizenKind.Person, [.. CampaignForm.Lines(form, "tags")], actor, ct)) return TypedResults.NotFound();
        var phone = form.Text("phone");
        var isKept = (phone.Length == 0 && form.Text("forget_phone").Length == 0) || await keep.KeepPhoneAsync(id, phone, actor, ct);
        return isKept ? Pages.Go($"/console/campaigns/people/{id}?done=saved") : await PersonAsync(id, PeopleTexts.Refused, isError: true, console, databases, ct);
    }

    private static async Task<IResult> ChooseAsync(Guid id, IFormCollection form, ConsoleContext console, KeepCitizens keep, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var topic = form.Text("procedure") is { Length: > 0 and <= 40 } code ? OutreachTopic.OfProcedure(code) : form.Text("topic");
        if (topic.Length is 0 or > 80) return await PersonAsync(id, PeopleTexts.TopicMissing, isError: true, console, databases, ct);
        return await keep.ChooseTopicAsync(id, topic, form.Text("wanted") == "yes", await console.CampaignActorAsync(ct), ct) ? Pages.Go($"/console/campaigns/people/{id}?done=saved") : TypedResults.NotFound();
    }

    private static async Task<IResult> PersonAsync(Guid id, string? notice, bool isError, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        if (await PersonRow.Read(db, scope, "").FirstOrDefaultAsync(r => r.Id == id, ct) is not { } person) return TypedResults.NotFound();
        return Pages.Show<PersonPage>(new
        {
            Person = person, Profile = await db.Set<CitizenProfile>().FirstOrDefaultAsync(p => p.Id == id, ct),
            Tags = await db.Set<CitizenTag>().Where(t => t.ConversationId == id).OrderBy(t => t.Tag).Select(t => t.Tag).ToListAsync(ct),
            Topics = await db.Set<OutreachTopic>().Within(scope).Where(t => t.WithdrawnAt == null).OrderBy(t => t.Name).ToListAsync(ct),
            Choices = await db.Set<TopicChoice>().Where(t => t.ConversationId == id).ToDictionaryAsync(t => t.Topic, t => t.IsWanted, ct), Notice = notice, NoticeIsError = isError,
        }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
