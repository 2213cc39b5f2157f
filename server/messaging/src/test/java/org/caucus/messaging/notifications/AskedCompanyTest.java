package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand.CommentUpdate;
import org.caucus.coalition.updates.UpdateCommand.PostUpdate;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All liaisons of a company hear at once of what it is asked, and that it is asked. */
class AskedCompanyTest {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  @TempDir Path directory;
  private PostOffice office;
  private String update;

  @BeforeEach
  void lin() {
    office = new PostOffice(directory, WINDOW).founded();
    office.join("mo", "Mo Sani", "platform", Role.LIAISON);
    update =
        office.submit(
            "lin",
            new PostUpdate(
                null,
                Update.Kind.STATUS,
                Update.Stage.NOTED,
                "Appeals",
                "Within 48 hours.",
                Update.Attribution.ON_RECORD,
                null,
                null));
    office.later(WINDOW).delivered();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Entry asked(Audience audience) {
    office.submit("ada", new CommentUpdate(update, Post.web("By when?", null, audience), true));
    office.delivered();
    return office.state().entries().under(Ref.to(Ref.Kind.UPDATE, update)).getLast();
  }

  private List<String> told(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> l.value("Subject").orElse("").contains("Appeals"))
        .map(l -> ParsedLetter.of(l).text())
        .filter(text -> text.contains("By when?"))
        .toList();
  }

  private State state(Entry entry, String person) {
    return office.ledger().of(office.state(), entry, office.seat(person)).state();
  }

  private void hears(String person, NotificationReason kind, NotificationChannel way) {
    PersonalMailSettings now = office.state().lists().habits().now(office.seat(person));
    office.submit(
        person, new ListCommand.ChoosePersonalMail(now.hearing(kind, way), Delivery.EACH));
  }

  @Test
  void everyLiaisonIsMailedTheQuestionAtOnceWithItsDateAndTheLedgerSaysSo() {
    Entry question = asked(null);

    for (String person : List.of("lin", "mo")) {
      assertThat(told(person))
          .as(person)
          .singleElement()
          .satisfies(
              text ->
                  assertThat(text)
                      .contains("Ada Obi asked Platform Inc on ")
                      .contains("This is a question to your company."));
      assertThat(state(question, person)).isEqualTo(State.SENT);
    }
    assertThat(state(question, "ben")).isEqualTo(State.NOT_FOLLOWED);
  }

  @Test
  void itWaitsForNoMorningAndAMutedUpdateAsksAllTheSame() {
    hears("mo", NotificationReason.REQUEST, NotificationChannel.DIGEST);
    hears("lin", NotificationReason.ASSIGNED, NotificationChannel.DIGEST);
    office.submit(
        "mo", new ListCommand.ChooseThing(Ref.to(Ref.Kind.UPDATE, update), ThreadPreference.MUTE));

    asked(null);

    assertThat(told("lin")).hasSize(1);
    assertThat(told("mo")).hasSize(1);
  }

  @Test
  void whoWantsNoMailOfRequestsHasTheBellAndWhoCannotReadItHearsNothing() {
    hears("mo", NotificationReason.REQUEST, NotificationChannel.WEB);
    office.join("vi", "Vi Ade", "platform", Role.OBSERVER);
    Entry question = asked(null);
    assertThat(state(question, "mo")).isEqualTo(State.BELL);
    assertThat(told("vi")).isEmpty();

    Entry aside = asked(Audience.named(List.of(office.seat("ada"), office.seat("lin"))));
    assertThat(state(aside, "lin")).isEqualTo(State.SENT);
    assertThat(state(aside, "mo")).isEqualTo(State.OUTSIDE);
  }

  @Test
  void thePersonWhoFollowsIsToldThatItIsAQuestionAndIsNotAsked() {
    office.submit(
        "ben",
        new ListCommand.ChooseThing(Ref.to(Ref.Kind.UPDATE, update), ThreadPreference.FOLLOW));

    asked(null);

    assertThat(told("ben"))
        .singleElement()
        .satisfies(
            text ->
                assertThat(text)
                    .contains("Ada Obi asked Platform Inc on ")
                    .doesNotContain("your company"));
  }

  @Test
  void aRequestThatIsAnIssueIsToldToEveryLiaisonOfTheCompanyThatItIsGivenTo() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue(
                "COP",
                "Numbers of removals",
                "Of the second quarter.",
                "",
                List.of(),
                LocalDate.parse("2027-01-15"),
                null,
                null,
                List.of(),
                new IssuePatch(IssueType.COMPANY_REQUEST, null, null, null, null, null),
                false));
    office.later(WINDOW).delivered();
    office.submit(
        "mo", new ListCommand.ChooseThing(Ref.to(Ref.Kind.ISSUE, issue), ThreadPreference.MUTE));
    int before = office.lettersOf("mo").size();

    office.submit(
        "ada",
        new IssueCommand.EditIssue(
            issue, null, null, null, null, null, List.of(office.seat("lin")), false, null));
    office.delivered();

    List<RawLetter> letters = office.lettersOf("mo");
    assertThat(letters).hasSize(before + 1);
    assertThat(ParsedLetter.of(letters.getLast()).text())
        .contains("This request was sent to Platform Inc")
        .contains("Due: 2027-01-15");
    // anyone who is asked already is not asked anew by another change
    office.submit(
        "ada",
        new IssueCommand.EditIssue(
            issue, null, "Numbers", null, null, null, null, true, LocalDate.parse("2027-01-16")));
    office.later(WINDOW).delivered();
    assertThat(office.lettersOf("mo")).hasSize(before + 1);
  }
}
