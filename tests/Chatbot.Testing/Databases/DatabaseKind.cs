namespace Chatbot.Testing.Databases;

public enum DatabaseKind { Sqlite, Postgres }
