using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Control;

/// <summary>The platforms' own consoles: saving a URL with its checks, test events, switching a dead webhook on again.</summary>
internal sealed class ConsoleApi(SimulatorApp app)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/zalo/console/webhook", (HttpContext http, CancellationToken ct) => ControlApi.WithAsync<Callback>(http, async callback =>
            Saved(await app.Zalo.Console.SaveWebhookAsync(callback.Url, ct))));
        routes.MapPost("/zalo/console/test", (HttpContext http, CancellationToken ct) => ControlApi.WithAsync<Test>(http, async test =>
            ControlApi.Answer(await app.Zalo.Console.SendTestAsync(test.Event, ct))));
        routes.MapPost("/zalo/console/enable", () =>
        {
            app.Zalo.Webhook.Enable();
            return ControlApi.Answer(new { enabled = true });
        });
        routes.MapPost("/zalo/console/reset-key", (HttpContext http, CancellationToken ct) => ControlApi.WithAsync<Key>(http, key =>
        {
            app.Zalo.Console.ResetOaSecretKey(key.Value);
            return Task.FromResult(ControlApi.Answer(new { reset = true }));
        }));
        routes.MapPut("/zalo/console/template", (HttpContext http, CancellationToken ct) => ControlApi.WithAsync<NewTemplate>(http, template =>
        {
            app.Zalo.Templates.Put(app.Zalo.Account(template.Account).OaId, new(template.Id, template.Name, template.Tag, template.Parameters, app.Clock.GetUtcNow()));
            return Task.FromResult(ControlApi.Answer(new { put = template.Id }));
        }));
        routes.MapPost("/zalo/console/template", (HttpContext http, CancellationToken ct) => ControlApi.WithAsync<Decision>(http, async decision =>
            ControlApi.Answer(await app.Zalo.Templates.SetStatusAsync(app.Zalo.Account(decision.Account).OaId, decision.Id, decision.Status, decision.Reason, ct))));
        routes.MapPost("/facebook/console/template", (HttpContext http, CancellationToken ct) => ControlApi.WithAsync<Decision>(http, async decision =>
        {
            await app.Facebook.Templates.SetStatusAsync(decision.Id, decision.Status, decision.Reason, ct);
            return ControlApi.Answer(app.Facebook.Templates.All);
        }));
        routes.MapPost("/facebook/console/webhook", (HttpContext http, CancellationToken ct) => ControlApi.WithAsync<Callback>(http, async callback =>
            Saved(await app.Facebook.Console.SaveWebhookAsync(callback.Url, app.Facebook.Settings.VerifyToken, ct))));
        routes.MapPost("/facebook/console/test", async (CancellationToken ct) =>
            ControlApi.Answer(await app.Facebook.Console.SendTestAsync(ct)));
        routes.MapPost("/facebook/console/data-deletion", (HttpContext http, CancellationToken ct) => ControlApi.WithAsync<Deletion>(http, async deletion =>
        {
            var (status, problem) = await app.Facebook.Console.RequestDataDeletionAsync(deletion.Citizen, deletion.Url, ct);
            return ControlApi.Answer(new { status, problem });
        }));
    }

    private static IResult Saved(string problem) => problem.Length == 0 ? ControlApi.Answer(new { saved = true }) : ControlApi.Problem(problem);

    private sealed record Callback(Uri Url);

    private sealed record Key(string Value);

    private sealed record Decision(string Id, string Status, string Reason = "", string? Account = null);

    private sealed record NewTemplate(string Id, string Name, int Tag, Dictionary<string, int> Parameters, string? Account = null);

    private sealed record Test(string Event);

    private sealed record Deletion(string Citizen, Uri Url);
}
