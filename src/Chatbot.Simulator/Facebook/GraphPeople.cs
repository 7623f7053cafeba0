using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Facebook;

/// <summary>The Page itself and the profiles of persons. Without permission a profile is empty, not an error.</summary>
internal sealed class GraphPeople(FacebookPlatform facebook)
{
    private const int VietnamOffset = 7;

    public static GraphReply Page(FacebookPage page, GraphRequest request)
    {
        var answer = new JsonObject { ["id"] = page.PageId, ["name"] = page.Name };
        if (request.List("fields").Contains("messaging_feature_status"))
            answer["messaging_feature_status"] = new JsonObject { ["hop_v2"] = page.HasRouting, ["msgr_multi_app"] = true, ["ig_multi_app"] = false };
        return GraphReply.Ok(answer);
    }

    public GraphReply Person(FacebookConversation talk, GraphRequest request)
    {
        if (request is not { Method: "GET", Edge: "" } || talk.Citizen.Standing == Standing.Gone) return GraphErrors.UnknownObject;
        if (talk.Citizen.PhoneOnly) return GraphErrors.Make(100, 2018218, "(#100) No profile available for this user.");
        if (!facebook.Settings.HasProfileAccess || talk.LastMessageAt is null) return GraphReply.Ok(new JsonObject());
        var answer = new JsonObject { ["id"] = talk.CitizenId };
        foreach (var field in Wanted(request))
            if (Value(talk, field) is { } value) answer[field] = value;
        return GraphReply.Ok(answer);
    }

    /// <summary>Ends the link between a person's accounts.</summary>
    public GraphReply Unlink(FacebookPage page, GraphRequest request)
    {
        if (page.Find(request.Text("psid")) is not { } talk) return GraphErrors.NoMatchingUser;
        facebook.TellLater(talk, "messaging_account_linking", "account_linking", new JsonObject { ["status"] = "unlinked" });
        return GraphReply.Ok(new JsonObject { ["result"] = "unlink account success" });
    }

    private static IReadOnlyList<string> Wanted(GraphRequest request) => request.List("fields") is { Count: > 0 } fields ? fields : ["name", "first_name", "last_name"];

    private JsonNode? Value(FacebookConversation talk, string field) => field switch
    {
        "name" => talk.Citizen.Name,
        "first_name" => talk.Citizen.Name.Split(' ')[^1],
        "last_name" => talk.Citizen.Name.Split(' ')[0],
        "profile_pic" => facebook.Media.Sample("image"),
        "locale" when facebook.Settings.HasProfileDetails => "vi_VN",
        "timezone" when facebook.Settings.HasProfileDetails => VietnamOffset,
        "gender" when facebook.Settings.HasProfileDetails => talk.Citizen.Gender,
        _ => null,
    };
}
