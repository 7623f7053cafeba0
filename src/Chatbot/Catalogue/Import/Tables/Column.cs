namespace Chatbot.Catalogue.Import.Tables;

/// <summary>One column of an import template.</summary>
/// <param name="Heading">First row of the table, exactly.</param>
/// <param name="Help">What to write, for the person who fills it in.</param>
/// <param name="Example">A cell that is right.</param>
public sealed record Column(string Heading, string Help, string Example, bool Required = false);
