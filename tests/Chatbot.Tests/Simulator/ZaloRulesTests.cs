using System.Text.Json;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Wire;
using Chatbot.Simulator.Zalo;

namespace Chatbot.Tests.Simulator;

public sealed class ZaloRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);
    private readonly SimulatorClock clock = new(TimeProvider.System, Start);
    private readonly ZaloSettings settings = new();
    private readonly ZaloAccount account;
    private readonly ZaloConversation talk = new("4000000000000000017", new Citizen("hoa", "Cô Hoa"), "1", "2", 100);

    public ZaloRulesTests() => account = new ZaloAccount(new ZaloAccountSettings { PackageMessages = 1 }, settings, clock);

    [Theory]
    [InlineData(0, 0, "reply")]
    [InlineData(48, 0, "reply")]
    [InlineData(48, 1, "sub_quota")]
    [InlineData(168, 0, "sub_quota")]
    [InlineData(168, 1, "-230")]
    public void Consultation_is_free_for_two_days_paid_for_a_week_and_then_refused(int hours, int seconds, string expected)
    {
        talk.Interact(Start);
        clock.MoveTo(Start + TimeSpan.FromHours(hours) + TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, Take());
    }

    [Fact]
    public void When_the_package_is_used_up_the_linked_purse_pays()
    {
        talk.Interact(Start);
        clock.MoveTo(Start + TimeSpan.FromDays(3));
        settings.Balance = 100;

        Assert.Equal(["sub_quota", "purchase_quota", "-321"], new[] { Take(), Take(), Take() });
        settings.BillingLinked = false;
        Assert.Equal("-320", Take());
    }

    [Fact]
    public void Until_2025_the_ninth_reply_was_paid_for()
    {
        settings.EightFreeReplies = true;
        talk.Interact(Start);

        Assert.All(Enumerable.Range(0, 8), _ => Assert.Equal("reply", Take()));
        Assert.Equal("sub_quota", Take());
    }

    [Fact]
    public void Somebody_who_only_opened_the_chat_may_be_greeted_once()
    {
        Assert.Equal("-232", Take());
        talk.MayBeWelcomed = true;
        Assert.Equal("welcome_msg", Take());
        Assert.Equal("-232", Take());
    }

    [Theory]
    [InlineData(Standing.Blocked, "-217")]
    [InlineData(Standing.Restricted, "-244")]
    [InlineData(Standing.Gone, "-227")]
    public void A_citizen_who_does_not_want_messages_gets_none(Standing standing, string expected)
    {
        talk.Interact(Start);
        talk.Citizen.Standing = standing;

        Assert.Equal(expected, Take());
    }

    [Theory]
    [InlineData("""{"text":"chào bác","quote_message_id":""}""", 0)]
    [InlineData("""{"text":""}""", -201)]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"media","elements":[{"media_type":"image"}]}}}""", -201)]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"media","elements":[{"media_type":"image","url":"https://a.vn/1.png","attachment_id":"x"}]}}}""", -201)]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"media","elements":[{"media_type":"image","url":"https://a.vn/1.png","width":500}]}}}""", 0)]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"media","elements":[{"media_type":"gif","url":"https://a.vn/1.gif"}]}}}""", -201)]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"media","elements":[{"media_type":"image","attachment_id":"unknown"}]}}}""", -100)]
    [InlineData("""{"attachment":{"type":"file","payload":{"token":"unknown"}}}""", -100)]
    [InlineData("""{"text":"chọn","attachment":{"type":"template","payload":{"buttons":[{"title":"Một","type":"oa.fly","payload":"1"}]}}}""", -233)]
    [InlineData("""{"text":"chọn","attachment":{"type":"template","payload":{"buttons":[{"title":"Một","type":"oa.query.show","payload":"1"}]}}}""", 0)]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"list","elements":[]}}}""", -201)]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"poster"}}}""", -233)]
    public void A_message_is_taken_or_refused_as_the_manual_says(string message, int expected)
    {
        var read = Read(message);

        Assert.Equal(expected, read.Refusal?.Error ?? 0);
        Assert.Equal(expected == 0, read.Message is not null);
    }

    [Fact]
    public void Texts_end_at_two_thousand_characters_and_buttons_at_five()
    {
        Assert.Null(Read(JsonSerializer.Serialize(new { text = new string('ă', 2_000) })).Refusal);
        Assert.Equal(-210, Read(JsonSerializer.Serialize(new { text = new string('ă', 2_001) })).Refusal?.Error);
        Assert.Equal(0, WithButtons(5));
        Assert.Equal(-201, WithButtons(6));
    }

    [Fact]
    public void A_refresh_token_works_once_and_kills_the_old_access_token()
    {
        settings.Accounts.Add(new ZaloAccountSettings());
        var tokens = new ZaloTokens(settings, clock);
        var first = tokens.Current(settings.Accounts[0].OaId);
        var second = tokens.Refresh(first.RefreshToken)!;

        Assert.Null(tokens.Refresh(first.RefreshToken));
        Assert.Equal(TokenVerdict.Invalid, tokens.Check(first.AccessToken, out _));
        Assert.Equal(TokenVerdict.Good, tokens.Check(second.AccessToken, out _));
        clock.MoveTo(Start + TimeSpan.FromHours(25) + TimeSpan.FromSeconds(1));
        Assert.Equal(TokenVerdict.Expired, tokens.Check(second.AccessToken, out _));
        Assert.NotNull(tokens.Refresh(second.RefreshToken));
    }

    [Fact]
    public void A_restarted_simulator_knows_the_pair_it_gave_out_before()
    {
        settings.Accounts.Add(new ZaloAccountSettings());
        var before = new ZaloTokens(settings, clock);
        var pair = before.Refresh(before.Current(settings.Accounts[0].OaId).RefreshToken)!;
        var after = new ZaloTokens(settings, clock);

        Assert.Equal(TokenVerdict.Good, after.Check(pair.AccessToken, out var oaId));
        Assert.Equal(settings.Accounts[0].OaId, oaId);
        Assert.Equal(TokenVerdict.Invalid, after.Check(pair.AccessToken + "x", out _));
        Assert.Equal(TokenVerdict.Invalid, after.Check(settings.Accounts[0].AccessToken, out _));
    }

    [Fact]
    public void A_code_needs_its_verifier_works_once_and_for_ten_minutes()
    {
        settings.Accounts.Add(new ZaloAccountSettings());
        var tokens = new ZaloTokens(settings, clock);
        var oaId = settings.Accounts[0].OaId;
        var code = tokens.IssueCode(oaId, ZaloTokens.ChallengeOf("verifier"));

        Assert.Null(tokens.Exchange(tokens.IssueCode(oaId, ZaloTokens.ChallengeOf("verifier")), "another"));
        Assert.NotNull(tokens.Exchange(code, "verifier"));
        Assert.Null(tokens.Exchange(code, "verifier"));
        var late = tokens.IssueCode(oaId, "");
        clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromMinutes(11));
        Assert.Null(tokens.Exchange(late, ""));
    }

    [Fact]
    public void Ids_have_the_platforms_shapes()
    {
        Assert.Matches("^[4-8][0-9]{18}$", Ids.Digits(19, "a"));
        Assert.Equal(Ids.Digits(16, "a", "b"), Ids.Digits(16, "a", "b"));
        Assert.NotEqual(Ids.Digits(16, "a", "b"), Ids.Digits(16, "b", "a"));
        Assert.Matches("^m_[A-Za-z0-9_-]{86}$", Ids.FacebookMessage());
        Assert.Matches("^[0-9a-f]{20}$", Ids.ZaloMessage());
    }

    private string Take()
    {
        var (quota, refusal) = new ZaloWindow(settings, clock).Take(talk, account);
        return refusal?.Error.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? quota!["quota_type"]!.GetValue<string>();
    }

    private int WithButtons(int count) => Read(JsonSerializer.Serialize(new
    {
        text = "chọn",
        attachment = new { type = "template", payload = new { buttons = Enumerable.Range(0, count).Select(i => new { title = "Nút", type = "oa.query.show", payload = "p" }) } },
    })).Refusal?.Error ?? 0;

    private ZaloMessageReader.Outcome Read(string message)
    {
        using var json = JsonDocument.Parse(message);
        return new ZaloMessageReader(new ZaloUploads(settings, clock), settings).Read(json.RootElement);
    }
}
