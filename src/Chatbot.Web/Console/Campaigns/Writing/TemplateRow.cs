using Chatbot.Campaigns.Writing.Templates;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.Writing;

/// <summary>A template in the list.</summary>
public sealed class TemplateRow
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public int Version { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public static IOrderedQueryable<TemplateRow> Read(ChatbotDb db, UnitScope scope, string search)
    {
        var templates = db.Set<MessageTemplate>().Within(scope).Where(t => t.WithdrawnAt == null);
        if (search.Length > 0) templates = templates.Where(t => t.Name.Contains(search));
        var rows = from template in templates
                   join unit in db.Set<Unit>() on template.UnitId equals unit.Id
                   select new TemplateRow { Id = template.Id, Name = template.Name, Unit = unit.Name, Version = template.Version, ChangedAt = template.ChangedAt };
        return rows.OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id);
    }
}
