using Chatbot.Catalogue.Import;
using Chatbot.Officials.Audit;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>A file that somebody has sent, waiting to be read.</summary>
/// <param name="Path">Where it lies; deleted afterwards.</param>
/// <param name="By">Who sent it; the audit trail names them.</param>
internal sealed record ImportOrder(ImportKind Kind, ImportRequest Request, string Path, Actor By);
