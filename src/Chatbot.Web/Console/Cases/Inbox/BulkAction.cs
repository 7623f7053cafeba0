namespace Chatbot.Web.Console.Cases.Inbox;

/// <summary>What can be done with many cases at once.</summary>
public enum BulkAction { Claim, Label, Close, Assign, Release }
