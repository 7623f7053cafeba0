namespace Chatbot.Channels;

/// <summary>A platform on which the office talks with citizens.</summary>
public enum Channel { Zalo, Facebook }
