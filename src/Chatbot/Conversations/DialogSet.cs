using Chatbot.Conversations.Dialogs;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Conversations;

/// <summary>All that the bot can talk about, one dialog each.</summary>
internal sealed class DialogSet
{
    public DialogSet(ISecretBox box, IDbContextFactory<ChatbotDb> databases)
    {
        (Handovers, HandoverStatus, DataRights) = (new(box), new(databases), new(databases));
        (Clarify, Faq) = (new(Procedure), new(OutOfScope));
    }

    public Greeting Greeting { get; } = new();

    public ProcedureAnswer Procedure { get; } = new();

    public OutOfScope OutOfScope { get; } = new();

    public Clarify Clarify { get; }

    public Faq Faq { get; }

    public OfficeNearby Offices { get; } = new();

    public DossierStatus Dossier { get; } = new();

    public Handovers Handovers { get; }

    public HandoverStatus HandoverStatus { get; }

    public DataRights DataRights { get; }

    public OptOut OptOut { get; } = new();

    public SmallTalk SmallTalk { get; } = new();

    public Emergency Emergency { get; } = new();

    public Attachments Attachments { get; } = new();
}
