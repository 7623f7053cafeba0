namespace Chatbot.Catalogue.Import;

/// <summary>One row of an import, read: the entry (null: left out) and what is to be said about it.</summary>
/// <typeparam name="T"><see cref="Procedure"/>, <see cref="FaqEntry"/> or <see cref="Office"/>.</typeparam>
public sealed record CatalogueRow<T>(int Number, T? Entry, IReadOnlyList<RowProblem> Problems)
    where T : class;
