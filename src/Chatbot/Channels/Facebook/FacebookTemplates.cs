namespace Chatbot.Channels.Facebook;

/// <summary>An approved utility template, sent at any time.</summary>
/// <remarks>Source: Messenger Platform, Utility Messages, read 21 November 2026.</remarks>
public static class FacebookTemplates
{
    /// <param name="values">Parameters of the body in their order.</param>
    /// <returns>A body for <see cref="OutgoingPart.Body"/>.</returns>
    public static string Render(string citizenId, string name, string language, IReadOnlyList<(string Name, string Value)> values)
    {
        var parameters = values.Select(v => new FacebookTemplateParameter(v.Value)).ToList();
        var template = new FacebookUtilityTemplate(name, new FacebookTemplateLanguage(language),
            parameters.Count == 0 ? [] : [new FacebookTemplateComponent("body", parameters)]);
        return FacebookMessageMapper.Write(new(new(citizenId), FacebookMessageMapper.Utility, new() { Template = template }));
    }
}

public sealed record FacebookUtilityTemplate(string Name, FacebookTemplateLanguage Language, IReadOnlyList<FacebookTemplateComponent> Components);

public sealed record FacebookTemplateLanguage(string Code);

/// <param name="Type"><c>body</c>.</param>
public sealed record FacebookTemplateComponent(string Type, IReadOnlyList<FacebookTemplateParameter> Parameters);

public sealed record FacebookTemplateParameter(string Text)
{
    public string Type { get; init; } = "text";
}
