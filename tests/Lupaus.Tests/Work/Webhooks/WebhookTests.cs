using System.Net;
using Lupaus.Work.Webhooks;

namespace Lupaus.Tests.Work.Webhooks;

public class WebhookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly AgentId Minna = new(7);

    private static Webhook Made(string url = "https://hooks.example.com/in") =>
        Webhook.Make(new WishedWebhook("Kirjanpito", url, [TicketEvent.Closed]), "protected", mayBePrivate: false, Minna, Now);

    [Fact]
    public void The_signature_is_the_one_that_the_specification_gives_as_its_example() =>
        new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}")
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void A_secret_never_shows_itself_by_accident()
    {
        var secret = WebhookSecret.New();

        secret.Value.ShouldStartWith("whsec_");
        $"{secret}".ShouldBe("whsec_…");
    }

    [Theory]
    [InlineData("https://hooks.example.com/in", null)]
    [InlineData("https://8.8.8.8/in", null)]
    [InlineData("http://hooks.example.com/in", "webhook.https")]
    [InlineData("ftp://hooks.example.com/in", "webhook.https")]
    [InlineData("ei mikään osoite", "webhook.url")]
    [InlineData("", "webhook.url")]
    [InlineData("https://user:pass@hooks.example.com/", "webhook.url")]
    [InlineData("https://localhost/in", "webhook.private")]
    [InlineData("https://palvelin/in", "webhook.private")]
    [InlineData("https://127.0.0.1/in", "webhook.private")]
    [InlineData("https://2130706433/in", "webhook.private")]
    [InlineData("https://10.1.2.3/in", "webhook.private")]
    [InlineData("https://169.254.169.254/latest/meta-data", "webhook.private")]
    [InlineData("https://[::1]/in", "webhook.private")]
    [InlineData("https://[fd00::1]/in", "webhook.private")]
    [InlineData("https://[::ffff:192.168.0.1]/in", "webhook.private")]
    public void Only_https_to_the_open_internet_is_called(string url, string? key) =>
        (WebhookAddress.WhyNotCall(url, mayBePrivate: false)?.Key).ShouldBe(key);

    [Theory]
    [InlineData("http://127.0.0.1:5000/in", null)]
    [InlineData("https://10.1.2.3/in", null)]
    [InlineData("http://10.1.2.3/in", "webhook.https")]
    public void Where_the_keeper_of_the_machine_allows_it_our_own_network_is_called_too(string url, string? key) =>
        (WebhookAddress.WhyNotCall(url, mayBePrivate: true)?.Key).ShouldBe(key);

    [Theory, InlineData("64:ff9b::a00:1", false), InlineData("2002:a00:1::1", false), InlineData("2001:0:1::1", false), InlineData("2a00:1450:4001::1", true), InlineData("100.64.0.1", false), InlineData("239.1.1.1", false)]
    public void An_address_that_carries_another_inside_is_no_way_round(string address, bool isPublic) =>
        WebhookAddress.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public void While_a_secret_is_changed_both_hold_for_a_day()
    {
        var webhook = Made();

        webhook.ChangeSecret("new", Minna, Now);

        webhook.SecretsAt(Now.AddHours(23)).ShouldBe(["new", "protected"]);
        webhook.SecretsAt(Now.AddHours(25)).ShouldBe(["new"]);
    }

    [Fact]
    public void It_fails_for_good_only_when_nothing_has_arrived_for_five_days()
    {
        var webhook = Made();

        webhook.Failed(Now).ShouldBeFalse();
        webhook.Failed(Now.AddDays(4)).ShouldBeFalse();
        webhook.Arrived();
        webhook.Failed(Now.AddDays(6)).ShouldBeFalse();

        webhook.Failed(Now.AddDays(11)).ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_arrive_is_tried_ten_times_further_and_further_apart()
    {
        var delivery = WebhookDelivery.Of(new WebhookId(1), new TicketId(2), "ticket.closed", Now);
        var at = Now;
        var waited = new List<TimeSpan>();

        while (delivery.State == DeliveryState.Waiting)
        {
            delivery.Claim(at.AddMinutes(2));
            delivery.Failed(jitter: 0.5, at);
            waited.Add(delivery.NotBefore - at);
            at = delivery.NotBefore > at ? delivery.NotBefore : at.AddDays(1);
        }

        delivery.State.ShouldBe(DeliveryState.GaveUp);
        delivery.Attempts.ShouldBe(10);
        waited[..3].ShouldBe([TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)]);
        waited.Take(9).ShouldBeInOrder();
    }

    [Fact]
    public void Nobody_else_sends_what_is_claimed_until_the_claim_runs_out()
    {
        var delivery = WebhookDelivery.Of(new WebhookId(1), null, "webhook.test", Now);

        delivery.Claim(Now.AddMinutes(2));

        delivery.MayBeTaken(Now.AddMinutes(1)).ShouldBeFalse();
        delivery.MayBeTaken(Now.AddMinutes(3)).ShouldBeTrue();
    }

    [Fact]
    public void However_often_it_is_sent_it_says_the_same_under_the_same_id()
    {
        var delivery = WebhookDelivery.Of(new WebhookId(1), null, "webhook.test", Now);
        delivery.Says("first");
        var id = delivery.MessageId;

        delivery.Says("second");
        delivery.SendAgain(Now.AddDays(1));

        (delivery.Body, delivery.MessageId, delivery.State).ShouldBe(("first", id, DeliveryState.Waiting));
    }
}
