namespace Chatbot.Campaigns.Writing;

/// <summary>How a campaign goes out on each channel; null: not on that channel.</summary>
public sealed record SendingMethods(FacebookMethod? Facebook, ZaloMethod? Zalo)
{
    /// <summary>Name and language of the Page's approved utility template; empty: none.</summary>
    public string FacebookTemplate { get; init; } = "";

    public string FacebookTemplateLanguage { get; init; } = "vi";

    /// <summary>Number of the OA's approved ZBS template; empty: none.</summary>
    public string ZaloTemplate { get; init; } = "";

    /// <summary>Values of the template's parameters in their order; may hold marks of <see cref="Placeholders"/>.</summary>
    public IReadOnlyList<TemplateValue> Values { get; init; } = [];

    /// <summary>One message to everybody at once instead of one a person.</summary>
    public bool IsPublic => Facebook == FacebookMethod.PagePost || Zalo == ZaloMethod.Broadcast;

    public bool IsAddressed => Facebook is FacebookMethod.Update or FacebookMethod.Utility || Zalo is ZaloMethod.Template or ZaloMethod.Consultation;

    public bool Equals(SendingMethods? other) =>
        other is not null && Facebook == other.Facebook && Zalo == other.Zalo && FacebookTemplate == other.FacebookTemplate
        && FacebookTemplateLanguage == other.FacebookTemplateLanguage && ZaloTemplate == other.ZaloTemplate && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Facebook, Zalo, FacebookTemplate, ZaloTemplate, Values.Count);
}

public sealed record TemplateValue(string Name, string Value);

/// <summary>Update: inside the window of 24 hours. Utility: an approved template, at any time. PagePost: public.</summary>
public enum FacebookMethod { Update, Utility, PagePost }

/// <summary>Template: an approved ZBS template by user id, paid. Consultation: within 48 hours, only where the office has confirmed the policy. Broadcast: an article, public.</summary>
public enum ZaloMethod { Template, Consultation, Broadcast }

/// <summary>Outreach: to many, of general interest. PersonalNotice: about the citizen's own matter (a result is ready, an appointment, a corrected answer).</summary>
public enum Purpose { Outreach, PersonalNotice }
