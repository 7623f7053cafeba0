using System.Collections.Concurrent;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>A name and a face under which the Page's messages can be sent.</summary>
public sealed record Persona(string Id, string Name, string PictureUrl, bool IsDeleted);

/// <summary>The personas of a Page. Deleting one hides it from the list; its old messages keep it.</summary>
public sealed class PagePersonas
{
    private readonly ConcurrentDictionary<string, Persona> personas = new(StringComparer.Ordinal);

    /// <summary>Not deleted, in the order of their ids.</summary>
    public IReadOnlyList<Persona> Living => [.. personas.Values.Where(p => !p.IsDeleted).OrderBy(p => p.Id, StringComparer.Ordinal)];

    internal Persona Add(string name, string pictureUrl)
    {
        var persona = new Persona(Ids.Digits(15, "persona", Ids.Opaque(12)), name, pictureUrl, false);
        return personas[persona.Id] = persona;
    }

    internal Persona? Find(string id) => personas.GetValueOrDefault(id);

    internal void Delete(Persona persona) => personas[persona.Id] = persona with { IsDeleted = true };
}
