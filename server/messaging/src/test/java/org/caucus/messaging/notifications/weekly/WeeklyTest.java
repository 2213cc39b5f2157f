package org.caucus.messaging.notifications.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.coalition.polls.BallotCommand;
import org.caucus.coalition.polls.BallotValue;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.revisions.RevisionCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.nodes.LogPoller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once a week, to the person who wants it, what they may read of what happened; never twice. */
class WeeklyTest {
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final int READ = 100;

  @TempDir Path directory;
  private final Vertx elsewhere = Vertx.vertx(); // no bus leads there
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
  }

  @AfterEach
  void close() {
    office.close();
    elsewhere.close().await();
  }

  private void wants(String person, WeeklyMailing... weekly) {
    office.submit(
        person,
        new ListCommand.ChoosePersonalMail(
            PersonalMailSettings.USUAL.weekly(List.of(weekly)), Delivery.EACH));
  }

  private String issue(String title, @Nullable Audience audience) {
    return office.submit(
        "ada", new IssueCommand.OpenIssue("COP", title, "", "", List.of(), null, audience, null));
  }

  private void update(String title) {
    office.submit(
        "lin",
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            title,
            "In trial.",
            Update.Attribution.BACKGROUND,
            null,
            null));
  }

  private List<RawLetter> weeklies(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> l.value("Subject").orElse("").contains("in the week to"))
        .toList();
  }

  private String only(String person) {
    assertThat(weeklies(person)).hasSize(1);
    return ParsedLetter.of(weeklies(person).getFirst()).text();
  }

  @Test
  void companyByCompanyWithItsTermsAndItsSilence() {
    wants("ben", WeeklyMailing.UPDATES);
    update("A form for notices");
    issue("Removal within 24 hours", null);
    office.delivered();
    assertThat(weeklies("ben")).isEmpty();

    office.later(A_WEEK).delivered();
    assertThat(only("ben"))
        .contains("* Platform Inc published “A form for notices (status, noted, background)”.")
        .contains("/w/code/updates/", "/w/code/my-mail")
        .doesNotContain("Removal");
    assertThat(weeklies("ada")).as("did not choose").isEmpty();

    office.later(Duration.ofHours(1)).delivered();
    assertThat(weeklies("ben")).hasSize(1);
    update("Another");
    office.later(A_WEEK).delivered();
    assertThat(weeklies("ben")).hasSize(2);
    office.later(A_WEEK).delivered();
    assertThat(weeklies("ben")).hasSize(3);
    assertThat(ParsedLetter.of(weeklies("ben").getLast()).text())
        .contains("No updates this week from Platform Inc.")
        .doesNotContain("Another");
  }

  /** Two screens: no party takes the place of the others, and what is left out is counted. */
  @Test
  void aBusyWeekIsShort() {
    wants("ben", WeeklyMailing.ACTIVITY);
    for (int i = 0; i < 30; i++) {
      issue("Provision " + i, null);
    }
    update("A form for notices");
    office.delivered();
    office.later(A_WEEK).delivered();

    String text = only("ben");
    assertThat(text.lines().filter(l -> l.startsWith("* ")).count()).isBetween(10L, 20L);
    assertThat(text.lines().count()).isLessThan(60);
    assertThat(text).contains("A form for notices");
    assertThat(text).containsPattern("\\b\\d\\d more ");
  }

  /** That companies are silent is told in words, too. */
  @Test
  void ofAWeekInWhichNothingHappenedThereIsNoOtherLetter() {
    wants("ben", WeeklyMailing.ACTIVITY);
    wants("ada", WeeklyMailing.UPDATES);
    office.submit(
        "ada", new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.ALL, List.of())));
    office.delivered();
    int before = office.lettersOf("ada").size();
    office.later(A_WEEK).later(A_WEEK).delivered();

    assertThat(weeklies("ben")).isEmpty();
    assertThat(office.lettersOf("ada")).hasSize(before);
  }

  /** Its clock is ahead, no bell reached it, and its round has not come. */
  @Test
  void aNodeThatIsBehindForgetsNobodysWish() {
    InstantSource ahead = () -> office.now().plus(A_WEEK);
    WeeklySchedule weeklies = new WeeklySchedule(office.caucus.mongo(), office.caucus.vault());
    try (Rooms behind = new Rooms(office.caucus.log(), ahead, office.caucus.ownBell(elsewhere))) {
      behind.read(office.workspace).await();
      wants("ben", WeeklyMailing.UPDATES);
      WeeklySender here =
          new WeeklySender(office.rooms, weeklies, office.outbox, () -> {}, office::now);
      for (LogRecord record : office.caucus.log().read(office.workspace, 0, READ).await()) {
        here.handle(office.workspace, record);
      }
      try (LogPoller rounds = new LogPoller(behind)) {
        assertThat(rounds).isNotNull();
        new WeeklySender(behind, weeklies, office.outbox, () -> {}, ahead).clock().look();
      }
    }

    assertThat(weeklies.jobs().due(office.now().plus(A_WEEK.multipliedBy(3)), READ).await())
        .hasSize(1);
  }

  @Test
  void partyByPartyAsFarAsEachMayReadByThen() {
    wants("ben", WeeklyMailing.ACTIVITY);
    wants("lin", WeeklyMailing.ACTIVITY);
    String open = issue("Removal within 24 hours", null);
    issue("Our red lines", Audience.civilSociety());
    String narrowed = issue("Shown too widely", null);
    office.submit("lin", new IssueCommand.CommentIssue(open, Post.web("A form.", null, null)));
    office.submit("lin", new IssueCommand.CommentIssue(open, Post.web("Two.", null, null)));
    String taken =
        office.submit(
            "lin", new IssueCommand.CommentIssue(open, Post.web("Not meant.", null, null)));
    office.submit("lin", new RevisionCommand.DeleteEntry(taken, null, List.of()));
    Ref of = Ref.to(Ref.Kind.ISSUE, narrowed);
    office.submit(
        "ada", Shown.change(office.state(), office.seat("ada"), of, Audience.civilSociety()));
    poll();
    office.later(A_WEEK).delivered();

    assertThat(only("ben"))
        .contains(
            "* Rights Watch opened “[COP-CS-1] Our red lines”.",
            "* Rights Watch opened “[COP-2] Shown too widely”.")
        .contains(
            "* Rights Watch recorded the outcome of “Do we sign?”.",
            "* Rights Watch closed “Do we sign?”.",
            "* Rights Watch opened “Do we sign?”.",
            "/polls/")
        .contains("* Platform Inc wrote 2 messages in “[COP-1] Removal within 24 hours”.");
    assertThat(only("lin"))
        .contains("opened “[COP-1] Removal within 24 hours”.")
        .doesNotContain("red lines", "Shown too widely", "Do we sign?");
  }

  /** Whatever was answered, which may be hidden, is not told. */
  private void poll() {
    String poll =
        office.submit(
            "ada",
            new PollCommand.OpenPoll(
                Poll.Kind.CONSENT,
                "Do we sign?",
                "",
                List.of(),
                Poll.VoiceOf.ORGANISATION,
                null,
                null,
                office.now().plus(Duration.ofDays(3)),
                Poll.Silence.COUNTS_AS_NOTHING,
                Poll.Shown.LIVE,
                ZoneOffset.UTC,
                null));
    BallotValue yes = BallotValue.of(BallotValue.Stance.AGREE);
    office.submit("ben", new BallotCommand.CastBallot(poll, yes, "", Channel.WEB));
    office.submit("ada", new PollCommand.ClosePoll(poll));
    office.submit("ada", new PollCommand.DecidePoll(poll, "We do.", null, null, null));
  }

  @Test
  void whoNoLongerWantsItGetsNoneAndMailWithoutContentHasNone() {
    wants("ben", WeeklyMailing.ACTIVITY);
    wants("lin", WeeklyMailing.ACTIVITY);
    issue("Removal within 24 hours", null);
    wants("ben");
    office.submit(
        "ada", new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.ALL, List.of())));
    office.delivered();
    int before = office.lettersOf("lin").size();
    office.later(A_WEEK).delivered();

    assertThat(weeklies("ben")).isEmpty();
    assertThat(weeklies("lin")).isEmpty();
    assertThat(office.lettersOf("lin")).hasSize(before + 1);
    assertThat(office.lettersOf("lin").getLast().value("Subject"))
        .contains("Something new in code");
    String link = office.lettersOf("lin").getLast().value("List-Unsubscribe").orElseThrow();
    String ticket = link.replaceAll("(?s).*/unsubscribe/([a-z0-9]+)>.*", "$1");
    assertThat(
            new Unsubscribe(office.caucus.vault(), new Site("x.example", "https://x.example"))
                .open(ticket, office.rooms.read(office.workspace).await())
                .orElseThrow()
                .what())
        .as("and no other mail is stopped by it")
        .isEqualTo(new Unsubscribe.What.WeeklyLetter(WeeklyMailing.ACTIVITY));
  }

  /** As where a workspace was brought from elsewhere: what was chosen there is read here late. */
  @Test
  void whatIsReadLongAfterAsksForNoLetterOfAWeekThatIsLongOver() {
    wants("ben", WeeklyMailing.ACTIVITY);
    office.delivered();
    WeeklySchedule weeklies = new WeeklySchedule(office.caucus.mongo(), office.caucus.vault());
    Instant later = office.now().plus(A_WEEK.multipliedBy(3));
    WeeklySender elsewhere =
        new WeeklySender(
            office.rooms, weeklies, office.outbox, () -> {}, InstantSource.fixed(later));

    office
        .caucus
        .log()
        .read(office.workspace, 0, READ)
        .await()
        .forEach(record -> elsewhere.handle(office.workspace, record));

    assertThat(weeklies.jobs().due(later, READ).await()).isEmpty();
    assertThat(weeklies.jobs().due(later.plus(A_WEEK), READ).await()).hasSize(1);
  }

  @Test
  void mondayMorningIsWhereTheMemberIs() {
    ZoneId lagos = ZoneId.of("Africa/Lagos");
    ZoneId paris = ZoneId.of("Europe/Paris");
    Instant sunday = Instant.parse("2026-10-25T12:00:00Z");

    assertThat(WeeklySender.monday(sunday, lagos)).isEqualTo("2026-10-26T05:00:00Z");
    assertThat(WeeklySender.monday(sunday, paris)).isEqualTo("2026-10-26T05:00:00Z");
    Instant monday = Instant.parse("2026-10-19T04:00:00Z");
    assertThat(WeeklySender.monday(monday, paris)).isEqualTo("2026-10-26T05:00:00Z");
    assertThat(WeeklySender.monday(monday.minusSeconds(1), paris)).isEqualTo(monday);
  }
}
