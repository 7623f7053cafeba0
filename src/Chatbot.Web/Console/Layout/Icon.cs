namespace Chatbot.Web.Console.Layout;

/// <summary>Signs beside words; never instead of them. Paths follow Tabler Icons (MIT).</summary>
public enum Icon { Home, People, Tree, List, Person, Out, Chat, Book, Clock, Shield, Question, Megaphone, Chart }
