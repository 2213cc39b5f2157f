package org.caucus.messaging.distribution.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.PostRecall;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.messaging.notifications.AtPostOffice;
import org.caucus.messaging.notifications.NoticeComposer;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is taken back is not sent any more, and what waits for the minute is not sent before. */
class RecalledMailTest extends AtPostOffice {
  private static final Pattern LINK = Pattern.compile("/w/code/recall/([a-z2-7]{26})\\b");

  private void waits(MailContent.Waits waits) {
    office.submit(
        "ada",
        new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.OFF, List.of(), waits)));
  }

  private String starts(String text) {
    String thread =
        office.submit(
            "ada", new ListCommand.StartThread("coalition", "Memo", Post.web(text, null, null)));
    return office.state().entries().under(Ref.to(Ref.Kind.THREAD, thread)).getFirst().id();
  }

  private void takesBack(String person, String entry) {
    office.submit(person, new AudienceCommand.Recall(Ref.to(Ref.Kind.ENTRY, entry), List.of()));
  }

  private boolean got(String person, String words) {
    return office.lettersOf(person).stream()
        .anyMatch(l -> new String(l.toBytes(), StandardCharsets.UTF_8).contains(words));
  }

  @Test
  void aLetterThatHasNotLeftIsStopped() {
    String entry = starts("To the wrong list");
    office.followed(); // parcels for everyone are in the outbox

    takesBack("ada", entry);
    office.delivered();

    assertThat(got("ben", "wrong list")).isFalse();
    assertThat(got("lin", "wrong list")).isFalse();
    assertThat(office.state().scopeOf(Ref.to(Ref.Kind.ENTRY, entry)).orElseThrow().audience())
        .isEqualTo(Audience.named(List.of(office.seat("ada"))));
  }

  @Test
  void whoHasItAlreadyIsNamedToItsAuthor() {
    String entry = starts("To the wrong list");
    office.delivered();
    assertThat(got("lin", "wrong list")).isTrue();

    takesBack("ada", entry);

    Set<SeatId> holders =
        office.served().of(office.workspace, Ref.to(Ref.Kind.ENTRY, entry), office.seat("ada"));
    assertThat(holders).containsExactlyInAnyOrder(office.seat("ben"), office.seat("lin"));
  }

  @ParameterizedTest
  @EnumSource(MailContent.Waits.class)
  void lettersWaitAsTheWorkspaceChose(MailContent.Waits waits) {
    waits(waits);
    starts("For all");
    Commit post = office.state().history().getLast();

    office.delivered();

    assertThat(got("ben", "For all")).isEqualTo(waits != MailContent.Waits.ALL);
    assertThat(got("lin", "For all")).isEqualTo(waits == MailContent.Waits.NONE);
    if (waits != MailContent.Waits.NONE) {
      assertThat(
              next(
                  post,
                  RecipientBatches.POST,
                  ((EntryEvent.EntryPosted) post.events().getLast()).id(),
                  "lin"))
          .isEqualTo(post.at().plus(PostRecall.WINDOW));
    }
  }

  @Test
  void aListChoosesForItself() {
    waits(MailContent.Waits.ALL);
    style(MailContent.Waits.NONE);
    starts("At once");
    office.delivered();
    assertThat(got("ben", "At once")).isTrue();

    style(MailContent.Waits.ALL);
    waits(MailContent.Waits.NONE);
    starts("In a minute");
    office.delivered();
    assertThat(got("ben", "In a minute")).isFalse();
    office.later(PostRecall.WINDOW).delivered();
    assertThat(got("ben", "In a minute")).isTrue();
  }

  private void style(MailContent.Waits waits) {
    ListStyle style = new ListStyle("", ListStyle.Answers.LIST, "", waits);
    office.submit("ada", new ListCommand.StyleList("coalition", style));
  }

  @Test
  void noticesOfWhatWasPostedWaitToo() {
    waits(MailContent.Waits.ACROSS);
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "code-cop", Audience.everyone(), Audience.everyone()));
    office.submit(
        "ada",
        new IssueCommand.OpenIssue(
            "COP", "Removal", "Within 24 hours", "", List.of(), null, null, null));
    Commit opened = office.state().history().getLast();

    office.delivered();

    assertThat(got("ben", "Within 24 hours")).isTrue();
    assertThat(got("lin", "Within 24 hours")).isFalse();
    assertThat(next(opened, NoticeComposer.KIND, "0", "lin"))
        .isEqualTo(opened.at().plus(PostRecall.WINDOW));
  }

  /** The person who opened it too wide closes it again before anybody is told. */
  @Test
  void whatIsOpenedByHandIsToldAfterTheMinuteToo() {
    waits(MailContent.Waits.ALL);
    Ref action = plans("Strategy");
    opens(action, Audience.everyone());
    office.delivered();
    assertThat(got("lin", "Strategy")).as("within the minute").isFalse();

    opens(action, Audience.civilSociety());
    office.later(PostRecall.WINDOW).delivered();
    assertThat(got("lin", "Strategy")).as("closed in time").isFalse();

    opens(action, Audience.everyone());
    office.later(PostRecall.WINDOW).delivered();
    assertThat(got("lin", "Strategy")).as("left open").isTrue();
  }

  private Ref plans(String title) {
    return Ref.to(
        Ref.Kind.ACTION,
        office.submit(
            "ada",
            new ActionCommand.PlanAction(
                Action.Kind.CALL,
                title,
                "",
                null,
                new Action.When(null, null, ZoneId.of("Africa/Lagos")),
                "",
                Audience.civilSociety())));
  }

  private void opens(Ref action, Audience to) {
    office.submit("ada", Shown.change(office.state(), office.seat("ada"), action, to));
  }

  /** When the letter to somebody is sent next. */
  private Instant next(Commit commit, String kind, String what, String person) {
    SeatId seat = office.seat(person);
    return RecipientBatches.ids(office.state(), kind, commit.id() + "/" + what).stream()
        .flatMap(id -> office.outbox.byId(id).await().stream())
        .flatMap((DeliveryBatch p) -> p.recipients().stream())
        .filter(r -> r.who().equals(seat.value()))
        .map(r -> ((DeliveryOutcome.Waiting) r.fate()).next())
        .findFirst()
        .orElseThrow();
  }

  private Entry mails(String text) {
    byte[] raw =
        ("From: Ben <ben@home.example>\r\nSubject: Memo\r\n\r\n" + text + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    EntryLetter letter = new EntryLetter(blob, "memo@home.example", null, false, List.of());
    String thread =
        office.submit(
            "ben", new LetterCommand.PostLetter(new NewThread("coalition"), "Memo", text, letter));
    return office.state().entries().under(Ref.to(Ref.Kind.THREAD, thread)).getFirst();
  }

  private String echo() {
    return office.lettersOf("ben").stream()
        .filter(l -> l.value("Subject").orElse("").startsWith("Posted"))
        .map(l -> ParsedLetter.of(l).text())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theEchoOffersItAndItsLinkIsForThatPostAndItsAuthorAlone() {
    Entry entry = mails("Confidential");
    office.delivered();

    Matcher link = LINK.matcher(echo());
    assertThat(link.find()).as(echo()).isTrue();
    Workspace state = office.state();
    RecallTickets.Post post = office.recalls.open(link.group(1), state).orElseThrow();
    assertThat(post.of()).isEqualTo(Ref.to(Ref.Kind.ENTRY, entry.id()));
    assertThat(post.author()).isEqualTo(office.seat("ben"));
    assertThat(post.until()).isEqualTo(entry.at().plusSeconds(60));
    assertThat(echo()).contains("Emails sent before then cannot be recalled.");
    assertThat(office.recalls.open("a".repeat(26), state)).isEmpty();
    String replyTicket = office.replies.mint(state.sequence(), office.seat("ben"));
    assertThat(office.recalls.open(replyTicket, state)).as("of another purpose").isEmpty();
  }

  @Test
  void theEchoSaysWhatWaits() {
    waits(MailContent.Waits.ACROSS);
    mails("Confidential");
    office.delivered();

    assertThat(echo()).contains("Emails to the other side are not sent before then.");
    assertThat(got("ada", "Confidential")).isTrue();
    assertThat(got("lin", "Confidential")).isFalse();
  }

  @Test
  void anEchoThatIsSentTooLateOffersNothing() {
    mails("Confidential");
    Workspace state = office.state();
    Commit commit = state.history().getLast();
    InstantSource late = InstantSource.fixed(commit.at().plus(PostRecall.WINDOW).plusMillis(1));
    RecallTickets tickets =
        new RecallTickets(
            office.caucus.vault(), new Site("lists.example", "https://c.example"), late);

    assertThat(tickets.ways(state, commit, office.seat("ben"))).isEmpty();
  }

  @Test
  void whereMailHasNoContentTheEchoHasNoLinkOfItsOwn() {
    office.submit(
        "ada", new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.ALL, List.of())));
    mails("Confidential");
    office.delivered();

    assertThat(got("ben", "/recall/")).isFalse();
  }

  @Test
  void anotherCannotTakeItBack() {
    Entry entry = mails("Confidential");
    assertThatThrownBy(() -> takesBack("ada", entry.id())).isInstanceOf(Refusal.class);
    assertThat(Duration.between(entry.at(), office.now())).isLessThan(PostRecall.WINDOW);
  }
}
