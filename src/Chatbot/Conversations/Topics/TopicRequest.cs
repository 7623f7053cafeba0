namespace Chatbot.Conversations.Topics;

/// <summary>What a message wants of the topics of the office's messages. Read strictly: every word that is none of <see cref="TopicWords"/> must name a topic, so that a question or a story is never taken for a choice.</summary>
/// <param name="About">Words that name topics, in one spelling; empty unless something is wanted or refused.</param>
internal sealed record TopicRequest(TopicWish Wish, IReadOnlyList<string> About)
{
    private const int LongestMessage = 20;

    /// <summary>It can mean nothing else, whether or not there is such a topic.</summary>
    public bool IsFirm { get; private init; }

    /// <summary>Every name stands where the name of a topic stands, as in "tin về pháo hoa"; otherwise it may be a reason to want no messages at all ("ngưng gửi tin cho số này").</summary>
    public bool NamesTopic { get; private init; }

    /// <param name="plain">As <see cref="CitizenWords.Plain"/> makes it.</param>
    /// <returns>Null: not about topics.</returns>
    public static TopicRequest? Read(string plain)
    {
        var words = TopicWords.Shipped;
        if (words.IsList(plain)) return new TopicRequest(TopicWish.List, []);
        var read = words.Read(plain);
        if (read.Count is < 2 or > LongestMessage || !read.Exists(r => r.Kind is TopicWord.Noun or TopicWord.Ask)) return null;
        if (read.Exists(r => r.Kind == TopicWord.Other) || IsQuestion(read) || IsTwiceNo(read)) return null;
        var about = read.Where(r => r.Kind == TopicWord.Name).SelectMany(r => r.Text.Split(' ')).ToList();
        var refuses = read.Exists(r => r.Kind is TopicWord.Deny or TopicWord.Quit);
        if (refuses) return about.Count == 0 ? null : new TopicRequest(TopicWish.Refuse, about) { NamesTopic = StandsBehindNoun(read) && !words.IsComplaint(plain) };
        if (about.Count == 0) return read.Exists(r => r.Kind == TopicWord.Register) ? new TopicRequest(TopicWish.Join, []) : null;
        return read.Exists(r => r.Kind is TopicWord.Verb or TopicWord.Register or TopicWord.Ask) ? new TopicRequest(TopicWish.Want, about) { IsFirm = words.IsFirm(plain) } : null;
    }

    private static bool StandsBehindNoun(List<(TopicWord Kind, string Text)> read)
    {
        var isBehind = false;
        foreach (var (kind, text) in read)
        {
            if (kind == TopicWord.Name && !isBehind) return false;
            if (kind != TopicWord.Name) isBehind = kind is TopicWord.Noun or TopicWord.Ask || (isBehind && TopicWords.Shipped.IsConnector(text));
        }
        return true;
    }

    // "Nhận tin về … không", but not the polite "được không", which is one word here.
    private static bool IsQuestion(List<(TopicWord Kind, string Text)> read) => read[^1].Kind == TopicWord.Deny;

    // "Đừng hủy tin …" asks for the opposite: no guess.
    private static bool IsTwiceNo(List<(TopicWord Kind, string Text)> read) => read.Zip(read.Skip(1)).Any(pair => pair.First.Kind == TopicWord.Deny && pair.Second.Kind == TopicWord.Quit);
}

/// <summary>List: shows them. Join: wants messages and names none.</summary>
internal enum TopicWish { List, Join, Want, Refuse }
