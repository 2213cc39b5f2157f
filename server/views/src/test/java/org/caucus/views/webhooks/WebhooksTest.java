package org.caucus.views.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.nodes.LogPoller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What programs are told of updates, over real connections. */
class WebhooksTest extends AtHooks {
  private final Vertx elsewhere = Vertx.vertx(); // no bus leads there

  @AfterEach
  void closeElsewhere() {
    elsewhere.close().await();
  }

  @Test
  void anUpdateIsToldOnceSignedAsACloudEvent() {
    Webhook hook = webhook("ben");
    String id = says("Appeals", null, Update.Attribution.ON_RECORD);
    follow();
    follow(); // it reads again after a crash
    ring();

    await().atMost(SOON).until(() -> heard.size() == 1 && due().isEmpty());
    Heard one = heard.getFirst();
    assertThat(one.body().getString("specversion")).isEqualTo("1.0");
    assertThat(one.body().getString("type")).isEqualTo("org.caucus.update.posted");
    assertThat(one.body().getString("subject")).isEqualTo("updates/" + id);
    assertThat(one.body().getString("source")).startsWith("https://caucus.example/w/");
    assertThat(one.body().getString("id")).isEqualTo(one.headers().get("webhook-id"));
    assertThat(Instant.parse(one.body().getString("time"))).isNotNull();
    assertThat(one.body().getJsonObject("data").getString("attribution")).isEqualTo("on_record");
    assertThat(one.headers().get("content-type")).startsWith("application/cloudevents+json");
    assertThat(one.headers().get("host")).isEqualTo("hooks.example:" + port());
    assertThat(one.headers() + one.said())
        .as("who said it for the company, and where they are")
        .doesNotContain("home.example", "Lin", office.seat("lin").value());
    assertThat(one.headers().get("webhook-signature"))
        .isEqualTo(
            WebhookSignature.of(
                hook.secret(),
                one.headers().get("webhook-id"),
                Long.parseLong(one.headers().get("webhook-timestamp")),
                one.octets().getBytes()));
  }

  @Test
  void aWebhookForwardsNoPrivateNotes() {
    webhook("ben");
    webhook("lin");
    String open = says("Open", null, Update.Attribution.ON_RECORD);
    says("Among us", Audience.companyOnly("platform"), Update.Attribution.ON_RECORD);
    says("Between us", null, Update.Attribution.OFF_RECORD);
    office.submit(
        "ben",
        new UpdateCommand.CommentUpdate(
            open, Post.web("A private note", null, Audience.civilSociety())));
    office.submit(
        "ben", new UpdateCommand.CommentUpdate(open, Post.web("An open comment", null, null)));
    office.submit(
        "ada", new IssueCommand.OpenTracker("COP", "Provisions", "cop", Audience.civilSociety()));
    aPressConferenceOpensLater();
    follow();
    ring();

    // to ben: open, and that something was said off record; to lin: what is among them as well
    await().atMost(SOON).until(() -> heard.size() == 5 && due().isEmpty());
    String all = String.join("\n", heard.stream().map(Heard::said).toList());
    assertThat(all).contains("Words of Open").contains("Off the record");
    assertThat(all)
        .doesNotContain("private note", "open comment", "Between us", "Provisions", "Hush");
    assertThat(heard.stream().filter(h -> h.said().contains("Among us"))).hasSize(1);
  }

  private void aPressConferenceOpensLater() {
    Action.When when =
        new Action.When(office.now().plusSeconds(86_400), null, ZoneId.of("Africa/Lagos"));
    Action.Kind kind = Action.Kind.PRESS_CONFERENCE;
    Audience few = Audience.named(Set.of(office.seat("ada")));
    String id =
        office.submit("ada", new ActionCommand.PlanAction(kind, "Hush", "", null, when, "", few));
    Ref ref = Ref.to(Ref.Kind.ACTION, id);
    office.submit(
        "ada", Shown.change(office.state(), office.seat("ada"), ref, Audience.everyone()));
  }

  /** No bell reached it, and its round has not come. */
  @Test
  void aNodeThatIsBehindMakesTheCallAsSoonAsItIsNot() {
    webhook("ben");
    try (Rooms behind = new Rooms(office.caucus.log(), clock, office.caucus.ownBell(elsewhere))) {
      behind.read(office.workspace).await();
      says("Appeals", null, Update.Attribution.ON_RECORD);
      follow();
      try (LogPoller rounds = new LogPoller(behind)) {
        assertThat(rounds).isNotNull();
        caller(behind).clock().look();

        await().atMost(SOON).until(() -> heard.size() == 1 && due().isEmpty());
      }
    }
  }

  /** The clock of the node where it was made is ahead of the one where updates are posted. */
  @Test
  void whatIsPostedAfterAWebhookWasMadeIsToldWhateverClocksSay() {
    says("Before", null, Update.Attribution.ON_RECORD);
    Instant ahead = office.now().plusSeconds(60);
    book.add(
            new Webhook(
                "hook",
                office.workspace,
                office.seat("ben"),
                "Ours",
                "http://hooks.example:" + port() + "/caucus",
                null,
                WebhookSignature.secret(new byte[32]),
                ahead,
                office.state().sequence(),
                null,
                null),
            () -> Future.succeededFuture(true))
        .await();
    says("After", null, Update.Attribution.ON_RECORD);
    follow();
    ring();

    await().atMost(SOON).until(() -> heard.size() == 1 && due().isEmpty());
    assertThat(heard.getFirst().said()).contains("Words of After");
  }

  @Test
  void whatWasNarrowedMeanwhileIsNotTold() {
    webhook("ben");
    String id = says("Open", null, Update.Attribution.ON_RECORD);
    follow();
    assertThat(due()).hasSize(1);
    Ref update = Ref.to(Ref.Kind.UPDATE, id);
    Audience own = Audience.companyOnly("platform");
    office.submit("lin", Shown.change(office.state(), office.seat("lin"), update, own));
    ring();

    await().atMost(SOON).until(() -> due().isEmpty());
    assertThat(heard).isEmpty();
  }

  @Test
  void whoseSeatEndedMeanwhileIsToldNothing() {
    webhook("ben");
    says("Open", null, Update.Attribution.ON_RECORD);
    follow();
    assertThat(due()).hasSize(1);
    String seat = office.seat("ben").value();
    office.submit("ada", new MemberCommand.EndSeat(new SeatId(seat)));
    ring();

    await().atMost(SOON).until(() -> due().isEmpty());
    assertThat(heard).isEmpty();
  }

  @Test
  void theWebhooksOfASeatThatEndsEndWithIt() {
    SeatId ben = office.seat("ben");
    webhook("ben");
    webhook("lin");
    office.submit("ada", new MemberCommand.EndSeat(ben));
    follow();

    assertThat(book.of(office.workspace).await())
        .extracting(Webhook::id)
        .containsExactly("hook-lin");
    assertThat(book.of(office.workspace, ben).await()).isEmpty();
  }

  @Test
  void whereMailHoldsNoWordsAWebhookIsToldNone() {
    webhook("ben");
    office.submit(
        "ada", new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.ALL, List.of())));
    String id = says("Appeals", null, Update.Attribution.ON_RECORD);
    follow();
    ring();

    await().atMost(SOON).until(() -> heard.size() == 1);
    assertThat(heard.getFirst().body().getJsonObject("data").fieldNames())
        .containsExactlyInAnyOrder("id", "url");
    assertThat(heard.getFirst().octets().toString())
        .contains(id)
        .doesNotContainIgnoringCase("appeals", "words of", "platform", "record", "everyone");
  }
}
