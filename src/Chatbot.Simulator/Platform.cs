namespace Chatbot.Simulator;

public enum Platform
{
    Zalo,
    Facebook,
}
