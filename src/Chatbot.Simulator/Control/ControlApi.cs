using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Control;

/// <summary>The simulator's own API under <c>/control</c>: the same levers as its C# methods, for scripts, other processes and the page.</summary>
internal sealed class ControlApi(SimulatorApp app, SimulatorCore core)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // people read this; it is never put into a page as text
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/state", () => Answer(ControlState.Of(app)));
        routes.MapGet("/{platform}/conversations/{citizen}", (PlatformName platform, string citizen, string? account) =>
            Guarded(() => Answer(ControlState.Describe(Talk(platform, citizen, account)))));
        routes.MapGet("/{platform}/mailbox/{citizen}", (PlatformName platform, string citizen, string? account) =>
            Guarded(() => Answer(Talk(platform, citizen, account).Messages.Where(m => m.From == ChatSide.Service))));
        routes.MapGet("/journal", (long? after) => Answer(app.Journal.Entries.Where(e => e.Sequence > (after ?? 0))));
        new SendsApi(core.Sends).Map(routes);
        new FacebookViews(app.Facebook).Map(routes);
        new ZaloViews(app.Zalo).Map(routes);
        new LiveStream(core.Live).Map(routes);
        var writes = routes.MapGroup("").AddEndpointFilter(OnlyJsonAsync);
        MapActs(writes);
        MapLevers(writes);
        new ConsoleApi(app).Map(writes);
        new ScenarioApi(app).Map(writes);
    }

    private void MapActs(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{platform}/act", (PlatformName platform, HttpContext http, CancellationToken ct) => WithAsync<CitizenAct>(http, async act =>
        {
            var doing = Act(app, platform, act, ct);
            return doing is null ? Problem($"{platform.Platform} knows no act {act.Act}, or something it needs is missing.") : Answer(await doing);
        }));
        routes.MapPost("/{platform}/sample", (PlatformName platform, HttpContext http, CancellationToken ct) => WithAsync<CitizenAct>(http, async act => Answer(
            platform == Platform.Zalo
                ? await app.Zalo.EmitSampleAsync(act.Act, act.Citizen, ct, act.Account)
                : await app.Facebook.EmitSampleAsync(act.Act, act.Citizen, ct, act.Account))));
        routes.MapPut("/citizens/{key}", (string key, HttpContext http, CancellationToken ct) => WithAsync<JsonElement>(http, values =>
            Task.FromResult(Edited(SettingsEditor.Apply(app.Citizens[key], values, Json)))));
        routes.MapPost("/load", (HttpContext http, CancellationToken ct) => WithAsync<LoadPlan>(http, async plan => Answer(await new LoadRun(app).RunAsync(plan, ct))));
    }

    private void MapLevers(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/targets", (HttpContext http, CancellationToken ct) => WithAsync<Targets>(http, targets =>
        {
            if (targets.Zalo is not null) app.Zalo.Settings.WebhookUrl = targets.Zalo;
            if (targets.Facebook is not null) app.Facebook.Settings.WebhookUrl = targets.Facebook;
            return Task.FromResult(Answer(targets));
        }));
        routes.MapPut("/{platform}/settings", (PlatformName platform, HttpContext http, CancellationToken ct) => WithAsync<JsonElement>(http, values =>
            Task.FromResult(Edited(SettingsEditor.Apply(platform == Platform.Zalo ? app.Zalo.Settings : app.Facebook.Settings, values, Json)))));
        routes.MapPut("/limits", (HttpContext http, CancellationToken ct) => WithAsync<Limits>(http, limits =>
        {
            app.Options.LimitsEnabled = limits.Enabled;
            return Task.FromResult(Answer(limits));
        }));
        routes.MapPost("/clock/advance", (HttpContext http, CancellationToken ct) => WithAsync<Advance>(http, async advance =>
        {
            await app.AdvanceAsync(TimeSpan.FromSeconds(advance.Seconds), ct);
            return Answer(new { now = app.Clock.GetUtcNow() });
        }));
        routes.MapPost("/{platform}/faults", (PlatformName platform, HttpContext http, CancellationToken ct) => WithAsync<Planned>(http, fault => Task.FromResult(Plan(platform, fault))));
        routes.MapDelete("/{platform}/faults", (PlatformName platform) =>
        {
            PlanOf(platform).Clear();
            return Answer(PlanOf(platform).Describe());
        });
        routes.MapPost("/{platform}/hold", (PlatformName platform) =>
        {
            HeldOf(platform).Hold();
            return Answer(new { held = true });
        });
        routes.MapPost("/{platform}/release", (PlatformName platform, HttpContext http, CancellationToken ct) => WithAsync<Release>(http, async release =>
        {
            await HeldOf(platform).ReleaseAsync(release.Reversed, ct);
            return Answer(new { held = false });
        }));
    }

    internal static Task<WebhookDelivery>? Act(SimulatorApp app, Platform platform, CitizenAct act, CancellationToken ct) =>
        platform == Platform.Zalo ? Acts.Do(app.Zalo, act, ct) : Acts.Do(app.Facebook, act, ct);

    private IResult Plan(Platform platform, Planned fault)
    {
        var delay = TimeSpan.FromMilliseconds(fault.DelayMilliseconds);
        if (fault.Probability is { } probability) PlanOf(platform).Chance(fault.Kind, probability, fault.Scope, delay);
        else PlanOf(platform).Next(fault.Kind, fault.Times, fault.Scope, delay);
        return Answer(PlanOf(platform).Describe());
    }

    private FaultPlan PlanOf(Platform platform) => platform == Platform.Zalo ? app.Zalo.Faults : app.Facebook.Faults;

    private HeldWebhooks HeldOf(Platform platform) => platform == Platform.Zalo ? app.Zalo.Webhook.Held : app.Facebook.Webhook.Held;

    private Conversation Talk(Platform platform, string citizen, string? account) =>
        platform == Platform.Zalo ? app.Zalo.Conversation(citizen, account) : app.Facebook.Conversation(citizen, account);

    /// <summary>A page of another site can post a form to loopback, but not JSON without asking first; so only JSON changes anything.</summary>
    private static async ValueTask<object?> OnlyJsonAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var isBare = request.Method == HttpMethods.Delete;
        return isBare || request.HasJsonContentType() ? await next(context) : Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
    }

    internal static IResult Answer(object value) => Results.Json(value, Json);

    internal static IResult Problem(string text) => Results.Json(new { error = text }, Json, statusCode: StatusCodes.Status400BadRequest);

    internal static async Task<IResult> WithAsync<T>(HttpContext http, Func<T, Task<IResult>> act)
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Json, http.RequestAborted);
            return value is null ? Problem("A JSON object is needed.") : await act(value);
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return Problem(failure.Message);
        }
    }

    internal static IResult Guarded(Func<IResult> act)
    {
        try
        {
            return act();
        }
        catch (ArgumentException unknown)
        {
            return Problem(unknown.Message);
        }
    }

    private static IResult Edited(string problem) => problem.Length == 0 ? Answer(new { ok = true }) : Problem(problem);

    private sealed record Targets(Uri? Zalo, Uri? Facebook);

    private sealed record Limits(bool Enabled);

    private sealed record Advance(double Seconds);

    private sealed record Release(bool Reversed);

    private sealed record Planned(FaultKind Kind, int Times = 1, double? Probability = null, FaultScope Scope = FaultScope.Send, int DelayMilliseconds = 0);
}
