namespace Chatbot.Catalogue.Import;

/// <summary>What an entry needs to be answered from, whatever file it came in.</summary>
public static class EntryRules
{
    /// <returns>Null: the entry is fit.</returns>
    public static (string Field, string Problem)? Problem(Procedure procedure)
    {
        if (!ProcedureCode.IsOne(procedure.Code)) return ("code", "Mã thủ tục không đúng dạng 1.234567");
        if (string.IsNullOrWhiteSpace(procedure.Name)) return ("name", "Thiếu tên thủ tục");
        if (procedure.ReplacedBy is { } other && (!ProcedureCode.IsOne(other) || other == procedure.Code)) return ("replacedBy", "Mã thủ tục thay thế không hợp lệ");
        return procedure.ValidUntil < procedure.ValidFrom ? ("validUntil", "Hết hiệu lực trước ngày có hiệu lực") : null;
    }

    /// <returns>Null: the entry is fit.</returns>
    public static (string Field, string Problem)? Problem(FaqEntry faq)
    {
        if (string.IsNullOrWhiteSpace(faq.Id)) return ("id", "Thiếu mã câu hỏi");
        if (faq.Questions.All(string.IsNullOrWhiteSpace)) return ("questions", "Thiếu câu hỏi");
        if (string.IsNullOrWhiteSpace(faq.Answer)) return ("answer", "Thiếu câu trả lời");
        return faq.ValidUntil < faq.ValidFrom ? ("validUntil", "Hết hiệu lực trước ngày có hiệu lực") : null;
    }
}
