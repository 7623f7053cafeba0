namespace Chatbot.Simulator.Citizens;

/// <summary>How the platforms treat messages to a person.</summary>
public enum Standing
{
    Normal,
    /// <summary>Blocked the account: Zalo -217, Facebook 551/1545041.</summary>
    Blocked,
    /// <summary>Zalo -244: restricts this kind of message. Facebook 10/2018108: cannot receive messages now.</summary>
    Restricted,
    /// <summary>Zalo -227: banned, or silent for more than 45 days. Facebook 100/2018001: account gone.</summary>
    Gone,
}

/// <summary>A person with one phone and both apps on it.</summary>
/// <param name="key">The name tests and the page use, such as <c>lan</c>.</param>
public sealed class Citizen(string key, string name)
{
    public string Key { get; } = key;

    public string Name { get; set; } = name;

    public Standing Standing { get; set; }

    /// <summary>The telephone number has a Zalo account.</summary>
    public bool HasZalo { get; set; } = true;

    /// <summary>Receipts come from phones only.</summary>
    public bool OnMobile { get; set; } = true;

    /// <summary>Opens the chat, so that messages become seen.</summary>
    public bool Reads { get; set; } = true;

    /// <summary>Uses Messenger with a telephone number only: has no profile to read.</summary>
    public bool PhoneOnly { get; set; }

    /// <summary><c>female</c> or <c>male</c>.</summary>
    public string Gender { get; set; } = "female";

    /// <summary>Full years.</summary>
    public int Age { get; set; } = 36;

    /// <summary>Zalo's number of the province, on the map before July 2025; 9 is Hà Nội.</summary>
    public int City { get; set; } = 9;

    /// <summary>Zalo's number of the phone: 1 iOS, 2 Android, 3 Windows Phone.</summary>
    public int Phones { get; set; } = 2;

    /// <summary>Digits with country code, no plus sign.</summary>
    public string Phone { get; set; } = "84900000000";
}
