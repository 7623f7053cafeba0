using Chatbot.Conversations;
using Chatbot.Understanding;
using Chatbot.Understanding.Learning;

namespace Chatbot.Learning;

/// <summary>One thing that a citizen did, and what the bot made of it.</summary>
/// <param name="Text">Empty: a button, something sent, or no longer readable.</param>
/// <param name="Handling">Of its first answer.</param>
/// <param name="Code">Procedure of its first answer; null: none.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record TalkPiece(long EventId, DateTimeOffset At, string Text, Handling Handling, string? Code, double Confidence)
{
    private static readonly string[] Corrections = ["khong phai", "khong y", "ko phai", "k phai", "y em la", "y toi la", "y minh la", "nham", "em hoi la", "toi hoi la"];

    private readonly string plain = CitizenWords.Plain(Text);

    /// <summary>A procedure was chosen from what was offered: by a button, or by typing its number.</summary>
    public bool IsChoice => Code is not null && Handling == Handling.Procedure && (Text.Length == 0 || CitizenWords.Shipped.Number(plain) is not null);

    /// <summary>"That is not what I asked", and nothing else.</summary>
    public bool IsWrong => Text.Length > 0 && CitizenWords.Shipped.IsWrong(plain);

    /// <summary>"Không, ý em là …": what follows is meant instead.</summary>
    public bool IsCorrection
    {
        get
        {
            var words = PhraseKey.Folded(PhraseKey.Of(Text));
            return !IsWrong && Array.Exists(Corrections, c => words.StartsWith(c, StringComparison.Ordinal));
        }
    }

    /// <summary>Asks something in words.</summary>
    public bool IsQuestion => Text.Length > 0 && !IsChoice && !IsWrong && CitizenWords.Shipped.Number(plain) is null && Button.Read(Text) is null;

    /// <summary>The bot asked back, or found nothing and was not sure that there is nothing.</summary>
    public bool IsDoubtful => Handling == Handling.Clarify || (Handling == Handling.OutOfScope && Confidence < Understood.SureOfOther);
}

/// <summary>A question that was not understood, and what it seems to have meant.</summary>
/// <param name="MeantCode">Null: nobody said.</param>
public sealed record UnclearFind(TalkPiece Piece, UnclearWhy Why, string? MeantCode);

/// <param name="Find">What was found, in the citizen's own words: masked before it is kept.</param>
public sealed record FoundQuestion(Guid UnitId, Guid ConversationId, UnclearFind Find);
