namespace Chatbot.Understanding.Masking;

/// <summary>An address down to where somebody can be found: house, lane, street, hamlet, quarter. Commune and province stay.</summary>
internal sealed class Addresses(MaskingData data) : IMaskingRule
{
    private const int Longest = 26;
    private static readonly WordList Locatives = new(["ở", "tại", "trú", "nhà", "chỉ", "ngụ", "quê"]);

    public void Find(Page page)
    {
        for (var at = 0; at < page.Count; at++)
        {
            if (!page.IsOpen(at)) continue;
            var end = AfterLabel(page, at);
            if (end == at) end = Chain(page, at);
            at = Math.Max(at, end - 1);
        }
    }

    // "Địa chỉ: 12 Lê Lợi, tổ 3, phường …"
    private int AfterLabel(Page page, int at)
    {
        var (length, label) = data.AddressLabels.At(page, at);
        if (length == 0) return at;
        var from = at + length;
        while (from < at + length + 4 && (page.IsSign(from, ':') || page.IsSign(from, '-') || (page.IsWord(from) && page[from].Folded is ("la" or "o" or "tai")))) from++;
        if (!page.IsDigits(from) && Part(page, from, inChain: true) == from) return at;
        var end = UntilCommune(page, from);
        if (end == from) for (var next = from; next < from + Longest && page.IsOpen(next) && !Closes(page, next); next++) end = next + 1;
        while (end > from && !page[end - 1].IsWordOrDigits) end--;
        page.Take(PersonalKind.Address, from, end, $"sau “{label}”");
        return Math.Max(end, at);
    }

    private int UntilCommune(Page page, int from)
    {
        for (var at = from; at < from + 12 && page.IsOpen(at) && !EndsSentence(page, at); at++)
            if (at > from && data.Communes.At(page, at).Length > 0) return at;
        return from;
    }

    private bool Closes(Page page, int at) =>
        data.Communes.At(page, at).Length > 0 || EndsSentence(page, at)
        || (page[at].IsWord && !page[at].IsCapital && data.Ordinary.Has(page[at]) && Part(page, at, inChain: true) == at);

    private static bool EndsSentence(Page page, int at) =>
        page.IsSign(at, ';') || page.IsSign(at, '?') || (page.IsSign(at, '.') && at + 1 < page.Count && page[at + 1].Gap > 0);

    // "số 12 ngõ 5 đường Lê Lợi, tổ 3"
    private int Chain(Page page, int at)
    {
        var end = Math.Max(Part(page, at, inChain: false), NumberAndStreet(page, at));
        if (end == at) return at;
        for (var parts = 0; parts < 8; parts++)
        {
            var next = page.IsSign(end, ',') || page.IsSign(end, '-') || page.IsSign(end, '–') ? end + 1 : end;
            var further = Math.Max(Part(page, next, inChain: true), Math.Max(NumberAndStreet(page, next), Math.Max(StreetName(page, next), SmallStreetName(page, next))));
            if (further == next) break;
            end = further;
        }
        var from = WithNumberBefore(page, at);
        page.Take(PersonalKind.Address, from, end, "phần của địa chỉ");
        return end;
    }

    private int Part(Page page, int at, bool inChain)
    {
        if (!page.IsOpen(at) || data.NotAddresses.At(page, at).Length > 0) return at;
        var (length, tag) = data.AddressParts.At(page, at);
        if (length == 0 || data.Communes.EndingAt(page, at).Length > 1) return at;   // "thành phố"
        var value = at + length;
        if ((page.IsSign(value, ':') || page.IsSign(value, '.')) && page.IsDigits(value + 1)) value++;
        if (page.IsWord(value) && page[value].Is("số", "so")) value++;
        if (page.IsDigits(value)) return tag == "large" && !inChain && IsCount(page, value) ? at : Numbered(page, value);
        if (!page.IsWord(value) || page[value].Gap > 1) return at;
        if (page[value].IsCapital) return page[at].IsLarge && page[value].IsLarge && page[value].Length > 2 ? at : Named(page, value, at);
        if ((inChain || IsLocated(page, at)) && UntilComma(page, value) is var closed && closed > value) return closed;
        return tag == "any" || inChain || IsLocated(page, at) ? Small(page, value, at) : at;
    }

    private int Named(Page page, int value, int none)
    {
        if (data.NotAddresses.At(page, value).Length > 0 || data.Communes.At(page, value).Length > 0) return none;
        var end = value + 1;
        if (page.IsDigits(end) && page[end].Gap == 0) return Numbered(page, end);   // A12, B3
        while (end < value + 4 && page.IsWord(end) && page[end].Gap == 1 && page[end].IsCapital && data.Communes.At(page, end).Length == 0
            && data.AddressParts.At(page, end).Length == 0 && data.NameLabels.At(page, end).Length == 0) end++;
        return page.IsDigits(end) && page[end].Gap == 1 && page[end].Length <= 2 ? end + 1 : end;
    }

    // "ở thôn trung lập, xã …": up to three words that a comma or the commune ends, whatever else they may mean
    private int UntilComma(Page page, int value)
    {
        var end = value;
        while (end < value + 3 && page.IsWord(end) && page[end].Gap <= 1 && data.Communes.At(page, end).Length == 0) end++;
        return end < page.Count && (page[end].IsSign(',') || data.Communes.At(page, end).Length > 0) ? end : value;
    }

    private int Small(Page page, int value, int none)
    {
        var end = value;
        while (end < value + 3 && page.IsWord(end) && page[end].Gap <= 1 && !data.Ordinary.Has(page[end]) && data.Communes.At(page, end).Length == 0
            && data.AddressParts.At(page, end).Length == 0 && data.NotAddresses.At(page, end).Length == 0) end++;
        var isClosed = end == page.Count || !page[end].IsWord || data.Communes.At(page, end).Length > 0 || data.AddressParts.At(page, end).Length > 0 || data.Ordinary.Has(page[end]);
        if (end == value) return none;
        return isClosed ? end : Math.Min(end, value + 2);
    }

    // 12, 12A, 12/34/5, 12-14
    private static int Numbered(Page page, int at)
    {
        var end = at + 1;
        while (true)
        {
            if (page.IsWord(end) && page[end].Gap == 0 && page[end].Length <= 2) end++;
            var isSign = page.IsSign(end, '/') || page.IsSign(end, '-') || page.IsSign(end, '.');
            if (!isSign || page[end].Gap > 0 || !page.IsOpen(end + 1) || !page[end + 1].IsWordOrDigits || page[end + 1].Gap > 0 || page[end + 1].Length > 4) return end;
            end += 2;
        }
    }

    // "45/3 Trần Phú", "12 Lê Lợi" after "ở", or before the ward
    private int NumberAndStreet(Page page, int at)
    {
        if (!page.IsDigits(at) || page[at].Length > 4 || Dates.After(page, at) > at) return at;
        var name = Numbered(page, at);
        var street = StreetName(page, name);
        var hasSlash = name > at + 2 && page[at + 1].IsSign('/');
        if (street == name && hasSlash && IsLocated(page, at)) street = Small(page, name, name);
        if (street == name) return at;
        var afterwards = page.IsSign(street, ',') ? street + 1 : street;
        var isBeforeWard = afterwards < page.Count && data.Communes.At(page, afterwards).Length > 0;
        return hasSlash || IsLocated(page, at) || isBeforeWard ? street : at;
    }

    private int StreetName(Page page, int at)
    {
        if (!page.IsWord(at) || !page[at].IsCapital || page[at].Gap > 1 || !(data.Families.Has(page[at]) || data.Givens.Has(page[at]))) return at;
        if (data.NotNames.At(page, at).Length > 0 || data.Communes.At(page, at).Length > 0) return at;
        var end = at + 1;
        while (end < at + 4 && page.IsWord(end) && page[end].Gap == 1 && page[end].IsCapital && data.Communes.At(page, end).Length == 0) end++;
        return end > at + 1 ? end : at;
    }

    // "hẻm 91/5 le loi, phuong …": after a number, until a comma or the ward
    private int SmallStreetName(Page page, int at)
    {
        if (!page.IsWord(at) || page[at].Gap != 1 || !(page.IsOpen(at - 1) && (page[at - 1].IsDigits || (page[at - 1].Length == 1 && page[at - 1].IsWord)))) return at;
        var end = Small(page, at, at);
        return end > at + 1 && (end == page.Count || !page[end].IsWord || data.Communes.At(page, end).Length > 0) ? end : at;
    }

    private static int WithNumberBefore(Page page, int at)
    {
        var from = at;
        if (page.IsSign(from - 1, ',')) from--;
        var number = from;
        while (page.IsOpen(number - 1) && from - number < 8 && (page[number - 1].IsDigits || page[number - 1].IsSign('/')
            || (page[number - 1].IsWord && page[number - 1].Length == 1 && page[number - 1].Gap == 0 && page.IsDigits(number - 2)))) number--;
        if (number == from || !page[number].IsDigits) return at;
        if (page.IsWord(number - 1) && page[number - 1].Is("số", "so")) number--;
        if (page.IsWord(number - 1) && page[number - 1].Is("nhà", "nha")) number--;
        return number;
    }

    // "tổ 3 người", "khu 2 tầng": a count of something
    private bool IsCount(Page page, int value) =>
        page.IsWord(value + 1) && !page[value + 1].IsCapital && page[value + 1].Folded is ("nguoi" or "thanh" or "tang" or "ngay" or "hang" or "lan" or "nam" or "thang")
        && data.Communes.At(page, value + 1).Length == 0;

    private static bool IsLocated(Page page, int at)
    {
        for (var back = at - 1; back >= 0 && back >= at - 3; back--)
        {
            if (page[back].IsWord && Locatives.Has(page[back])) return true;
            if (!page[back].IsSign(':') && !(page[back].IsWord && page[back].Folded is ("em" or "toi" or "so" or "minh" or "con"))) return false;
        }
        return false;
    }
}
