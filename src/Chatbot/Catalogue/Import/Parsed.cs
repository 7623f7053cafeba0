namespace Chatbot.Catalogue.Import;

/// <summary>A section taken apart. <see cref="Sure"/> false: the original text must stay beside it.</summary>
public readonly record struct Parsed<T>(IReadOnlyList<T> Items, bool Sure);
