using System.Globalization;
using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Facebook;

/// <summary><c>/{page}/personas</c> and <c>/{persona}</c>.</summary>
internal static class GraphPersonas
{
    private const int NameLimit = 50;

    public static GraphReply Handle(FacebookPage page, GraphRequest request) => request.Method switch
    {
        "POST" => Create(page, request),
        "GET" => GraphPaging.Page([.. page.Personas.Living.Select(Describe)], request),
        _ => GraphErrors.UnknownObject,
    };

    public static GraphReply One(FacebookPage page, Persona persona, GraphRequest request)
    {
        if (request.Edge.Length > 0) return GraphErrors.UnknownObject;
        if (request.Method == "GET") return GraphReply.Ok(Describe(persona));
        if (request.Method != "DELETE") return GraphErrors.UnknownObject;
        page.Personas.Delete(persona);
        return GraphReply.Success;
    }

    private static GraphReply Create(FacebookPage page, GraphRequest request)
    {
        var (name, picture) = (request.Text("name"), request.Text("profile_picture_url"));
        if (name.Length == 0) return GraphErrors.Bad("The parameter name is required");
        if (name.Length > NameLimit) return GraphErrors.TooLong("name", NameLimit);
        if (!Uri.IsWellFormedUriString(picture, UriKind.Absolute)) return GraphErrors.Bad("The parameter profile_picture_url is required");
        return GraphReply.Ok(new JsonObject { ["id"] = page.Personas.Add(name, picture).Id });
    }

    private static JsonObject Describe(Persona persona) =>
        new() { ["name"] = persona.Name, ["profile_picture_url"] = persona.PictureUrl, ["id"] = persona.Id };
}
