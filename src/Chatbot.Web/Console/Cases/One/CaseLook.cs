using Chatbot.Hotline.Assigning;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Cases.Compose;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.One;

/// <summary>What one open page of a case looks at, again and again: the case is read once for all its parts, and while the page is open its official is there.</summary>
internal sealed class CaseLook(Guid id, Guid official)
{
    private static readonly TimeSpan SignEvery = TimeSpan.FromSeconds(10);
    private DateTimeOffset signedAt;
    private CaseModel? model;

    /// <summary>Null: the case is gone, or no longer this visitor's to see.</summary>
    public Dictionary<string, object?>? Shown => model is null ? null : new() { ["Model"] = model };

    public async Task<Dictionary<string, object?>?> ReadAsync(IServiceProvider services, Visitor visitor, CancellationToken ct)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync(ct))
        {
            var scope = await UnitScope.OfAsync(db, visitor.UnitPath, ct);
            model = await services.GetRequiredService<CaseReader>().ReadAsync(id, visitor, scope, before: null, ct);
        }
        if (model is null) return null;
        await services.GetRequiredService<CaseReader>().SeeAsync(model, ct);
        await SignAsync(services, ct);
        return Shown;
    }

    public Dictionary<string, object?>? Window(IServiceProvider services) => model is null ? null : new()
    {
        ["Window"] = model.View.Window, ["LaterPrice"] = services.GetRequiredService<ComposerReader>().LaterPrice(model), ["Now"] = model.Now,
    };

    private async Task SignAsync(IServiceProvider services, CancellationToken ct)
    {
        if (model!.Now - signedAt < SignEvery) return;
        signedAt = model.Now;
        await services.GetRequiredService<ShowPresence>().ShowAsync(id, official, PresenceKind.Viewing, ct);
    }
}
