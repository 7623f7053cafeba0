using Chatbot.Campaigns.Sending;
using Chatbot.Web.Console.Units;

namespace Chatbot.Web.Console.Campaigns.Limits;

/// <summary>What one office may send today, and has sent.</summary>
/// <param name="Own">Null: none of its own.</param>
public sealed record LimitRow(UnitNode Unit, int? Own, DayQuota Today);
