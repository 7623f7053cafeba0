namespace Chatbot.Understanding.Masking;

/// <summary>What a masked piece of text would have told about a person. OtherNumber: a long number of no known kind, masked because it may be any of the others.</summary>
public enum PersonalKind
{
    Name, Phone, IdentityNumber, Passport, Address, Dossier, TrackingCode, Plate, BankAccount, Email, Link, BirthDate, InsuranceNumber, TaxCode, Place, OtherNumber,
}
