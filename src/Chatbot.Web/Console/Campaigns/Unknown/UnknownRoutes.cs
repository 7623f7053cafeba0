using System.Globalization;
using Chatbot.Campaigns.Sending;
using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Campaigns.Unknown;

/// <summary>A sender says what became of a delivery or publication whose end is unknown.</summary>
internal static class UnknownRoutes
{
    public static void MapUnknown(this IEndpointRouteBuilder campaigns) => campaigns.MapPost("/{id:guid}/unknown", SettleAsync).RequireRight(Right.CampaignSender);

    private static async Task<IResult> SettleAsync(Guid id, IFormCollection form, ConsoleContext console, SettleUnknown settle, CampaignPageReader reader, CancellationToken ct)
    {
        var actor = await console.CampaignActorAsync(ct);
        bool? hasArrived = form.Text("arrived") switch { "yes" => true, "no" => false, _ => null };
        var isDone = hasArrived is { } arrived && (form.Id("publication") is var publication && publication != Guid.Empty
            ? await settle.PublicationAsync(id, publication, arrived, actor, ct)
            : long.TryParse(form.Text("delivery"), NumberStyles.None, CultureInfo.InvariantCulture, out var delivery) && await settle.DeliveryAsync(id, delivery, arrived, actor, ct));
        return isDone ? Pages.Go($"/console/campaigns/{id}?done=settled") : await reader.PageAsync(id, CampaignPageTexts.SettledRefused, isError: true, typed: null, ct);
    }
}
