namespace Chatbot.Understanding.Search;

/// <summary>What the ranking looks at; each is about 0 to 1 and has one weight in Data/weights.json under its own name.</summary>
public enum Feature
{
    /// <summary>Share of the question that the title explains.</summary>
    TitleExplains,

    /// <summary>Share of the title that the question mentions.</summary>
    TitleMentioned,

    /// <summary>Share of the question's word pairs found in the title.</summary>
    TitlePairs,

    /// <summary>Like TitleExplains with everyday words put into the office's terms.</summary>
    TitleInOfficeTerms,

    /// <summary>Share of the question that the text below the title explains.</summary>
    BodyExplains,

    /// <summary>Likeness of the best phrase.</summary>
    BestPhrase,

    /// <summary>The same squared: a near-verbatim phrase counts more than twice a half-like one.</summary>
    BestPhraseSquared,

    /// <summary>Share of the best phrase that stands in the question, whatever else the question tells: stories hold a request.</summary>
    PhraseInside,

    /// <summary>Mean likeness of the three best phrases.</summary>
    ThreePhrases,

    /// <summary>How much of the question the phrases of the procedure know, taken together.</summary>
    PhraseWords,

    /// <summary>The same for its word pairs.</summary>
    PhrasePairs,

    /// <summary>Share of the name of the service, without the title's conditions, that the question mentions.</summary>
    CoreMentioned,

    /// <summary>The name of the service and the question cover each other.</summary>
    CoreAlike,

    /// <summary>Title and question cover each other: harmonic mean of TitleExplains and TitleMentioned.</summary>
    TitleAlike,

    /// <summary>The same to the fourth power: near 1 only when the question is the title, and then no phrase should outdo it.</summary>
    TitleVerbatim,

    /// <summary>The better of title and phrase.</summary>
    BestEvidence,

    /// <summary>Share of the question's rarest word found in title or phrases.</summary>
    RareWord,

    /// <summary>Carried out by the commune or its police.</summary>
    Commune,

    /// <summary>Carried out by a ministry or a central body only.</summary>
    CentralOnly,

    /// <summary>The phrase bank knows it: citizens do ask for it.</summary>
    Asked,

    /// <summary>How often citizens ask for it, 0 to 1 (Data/popularity.tsv).</summary>
    Popular,

    /// <summary>How many phrases it has, as log2(1 + n) / 6: the more there are, the more easily one is alike by chance.</summary>
    ManyPhrases,

    /// <summary>The title is about a special case (abroad, border, army) that the question does not mention.</summary>
    SpecialCase,

    /// <summary>The same for a case that hardly anyone means without saying so (ships, diplomats, the army).</summary>
    RareCase,

    /// <summary>The special case of the title is the one the question mentions.</summary>
    SpecialCaseMeant,

    /// <summary>The title is about other ages than the one the question tells.</summary>
    OtherAge,

    /// <summary>First issue, again, exchange, correction…: title and question agree.</summary>
    SameAction,

    /// <summary>Title and question are about different actions.</summary>
    OtherAction,

    /// <summary>The question names an action and the title has none of that kind.</summary>
    ActionUnmet,

    /// <summary>The procedure talked about before.</summary>
    Previous,

    /// <summary>In the field of the procedure talked about before.</summary>
    PreviousField,

    /// <summary>Share of the question that names the field.</summary>
    FieldExplains,
}
