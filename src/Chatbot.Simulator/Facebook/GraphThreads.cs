using System.Globalization;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Passing, taking, releasing, requesting and extending the control of a thread, and asking who has it.</summary>
internal sealed class GraphThreads(FacebookPlatform facebook, SimulatorCore core)
{
    private static readonly TimeSpan LongestExtension = TimeSpan.FromDays(7);

    public GraphReply Change(FacebookPage page, GraphRequest request)
    {
        if (page.Find(request.Json("recipient")?.Text("id") ?? "") is not { } talk) return GraphErrors.NoMatchingUser;
        return request.Edge switch
        {
            "take_thread_control" => Take(page, talk, request),
            "request_thread_control" => Request(page),
            _ when !facebook.Threads.IsOurs(page, talk) => GraphErrors.OwnedByAnother(facebook.Settings),
            "pass_thread_control" => Pass(talk, request),
            "extend_thread_control" => Extend(talk, request),
            _ => Release(talk),
        };
    }

    public GraphReply Owner(FacebookPage page, GraphRequest request)
    {
        if (page.Find(request.Text("recipient")) is not { } talk) return GraphErrors.NoMatchingUser;
        var data = new JsonArray();
        if (facebook.Threads.OwnerOf(talk) is { Length: > 0 } owner)
        {
            var thread = new JsonObject { ["expiration"] = talk.OwnerUntil.ToUnixTimeSeconds() };
            if (owner == facebook.Settings.AppId) thread["app_id"] = owner;
            data.Add((JsonNode)new JsonObject { ["thread_owner"] = thread });
        }

        return GraphReply.Ok(new JsonObject { ["data"] = data });
    }

    private GraphReply Take(FacebookPage page, FacebookConversation talk, GraphRequest request)
    {
        if (!page.HasRouting) return GraphErrors.Make(10, 2018171, "(#10) take_thread_control is not available without a default application.");
        core.Schedule.After(TimeSpan.Zero, ct => facebook.Threads.TakeAsync(talk, facebook.Settings.AppId, request.Text("metadata"), ct));
        return GraphReply.Success;
    }

    /// <summary>The owner is told; it is another app, so nothing comes to the service.</summary>
    private GraphReply Request(FacebookPage page) => page.HasRouting && facebook.Settings.RequestOnlyWithoutRouting
        ? GraphErrors.Make(10, 2018234, "(#10) request_thread_control is not available with a default application.")
        : GraphReply.Success;

    private GraphReply Pass(FacebookConversation talk, GraphRequest request)
    {
        var target = request.Text("target_app_id");
        if (target.Length == 0 || !target.All(char.IsAsciiDigit)) return GraphErrors.Make(100, 2018164, "(#100) The target app id is not valid.");
        core.Schedule.After(TimeSpan.Zero, ct => facebook.Threads.PassAsync(talk, target, request.Text("metadata"), ct));
        return GraphReply.Success;
    }

    private GraphReply Extend(FacebookConversation talk, GraphRequest request)
    {
        if (!int.TryParse(request.Text("duration"), CultureInfo.InvariantCulture, out var seconds) || seconds <= 0) return GraphErrors.Bad("Param duration is required");
        if (TimeSpan.FromSeconds(seconds) > LongestExtension) return GraphErrors.Bad("Param duration must be at most 7 days");
        facebook.Threads.Extend(talk, TimeSpan.FromSeconds(seconds));
        return GraphReply.Success;
    }

    private static GraphReply Release(FacebookConversation talk)
    {
        talk.Release();
        return GraphReply.Success;
    }
}
