package org.caucus.messaging.distribution.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat.State;
import org.caucus.messaging.notifications.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who was told of a comment by mail is known seat by seat, and of everybody else why not. */
class NoticeReceiptsTest {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  @TempDir Path directory;
  private PostOffice office;
  private String issue;

  @BeforeEach
  void open() {
    office = new PostOffice(directory, WINDOW).founded();
    office.join("chi", "Chi Ude", "press", Role.MEMBER);
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    issue =
        office.submit(
            "ada", new IssueCommand.OpenIssue("COP", "24 h", "", "", List.of(), null, null, null));
    office.later(WINDOW).delivered();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Entry comment(String person, String text, Audience audience) {
    office.submit(person, new IssueCommand.CommentIssue(issue, Post.web(text, null, audience)));
    return office.state().entries().under(Ref.to(Ref.Kind.ISSUE, issue)).getLast();
  }

  private void wish(String person, ThreadPreference wish) {
    office.submit(person, new ListCommand.ChooseThing(Ref.to(Ref.Kind.ISSUE, issue), wish));
  }

  private void hears(String person, NotificationChannel way) {
    for (NotificationReason kind : List.of(NotificationReason.FOLLOWED, NotificationReason.REPLY)) {
      PersonalMailSettings now = office.state().lists().habits().now(office.seat(person));
      office.submit(
          person, new ListCommand.ChoosePersonalMail(now.hearing(kind, way), Delivery.EACH));
    }
  }

  private State state(Entry entry, String person) {
    return office.ledger().of(office.state(), entry, office.seat(person)).state();
  }

  @Test
  void aFollowersNoticeWaitsForMoreAndIsSentAndNobodyElses() {
    wish("ben", ThreadPreference.FOLLOW);
    wish("lin", ThreadPreference.MUTE);
    Entry entry = comment("ada", "Is it twelve?", null);
    assertThat(state(entry, "ben")).isEqualTo(State.WAITING);

    office.later(WINDOW).delivered();

    DeliveryStatusOfSeat told = office.ledger().of(office.state(), entry, office.seat("ben"));
    assertThat(told.state()).isEqualTo(State.SENT);
    assertThat(told.at()).isAfterOrEqualTo(entry.at());
    assertThat(state(entry, "ada")).isEqualTo(State.OWN);
    assertThat(state(entry, "lin")).isEqualTo(State.NOT_WANTED);
    assertThat(state(entry, "chi")).isEqualTo(State.NOT_FOLLOWED);
    assertThat(office.ledger().ofAll(office.state(), entry, entry.seat())).hasSize(4);
  }

  @Test
  void whatWasToldInOneLetterWithSomethingEarlierIsKnownToo() {
    wish("ben", ThreadPreference.FOLLOW);
    int before = office.lettersOf("ben").size();
    Entry first = comment("ada", "Is it twelve?", null);
    Entry second = comment("ada", "Or six?", null);
    office.later(WINDOW).delivered();

    assertThat(state(first, "ben")).isEqualTo(State.SENT);
    assertThat(state(second, "ben")).isEqualTo(State.SENT);
    assertThat(office.lettersOf("ben")).hasSize(before + 1);
  }

  @Test
  void aChoiceIsTheReason() {
    wish("ben", ThreadPreference.FOLLOW);
    wish("lin", ThreadPreference.FOLLOW);
    hears("ben", NotificationChannel.WEB);
    hears("lin", NotificationChannel.DIGEST);
    Entry entry = comment("ada", "Is it twelve?", null);
    office.later(WINDOW).delivered();
    assertThat(state(entry, "ben")).isEqualTo(State.BELL);
    assertThat(state(entry, "lin")).isEqualTo(State.NEXT_DIGEST);

    office.later(Duration.ofDays(1)).delivered();

    assertThat(state(entry, "lin")).isEqualTo(State.IN_DIGEST);
  }

  @Test
  void thePersonWhoCannotReadItIsOutsideAndThePersonWhoLeftKeepsWhatTheyWereSent() {
    wish("ben", ThreadPreference.FOLLOW);
    wish("lin", ThreadPreference.FOLLOW);
    Entry entry = comment("ada", "Between us.", Audience.civilSociety());
    office.later(WINDOW).delivered();
    assertThat(state(entry, "lin")).isEqualTo(State.OUTSIDE);

    office.submit("ada", new MemberCommand.EndSeat(office.seat("ben")));

    assertThat(office.ledger().ofAll(office.state(), entry, entry.seat()))
        .extracting(DeliveryStatusOfSeat::state)
        .containsExactlyInAnyOrder(State.OWN, State.SENT, State.OUTSIDE, State.NOT_FOLLOWED);
  }

  @Test
  void thatSomebodyHearsForWhatTheySaidInPrivateIsNotToldToWhoCannotReadThat() {
    comment("ben", "Between us.", Audience.civilSociety());
    Entry entry = comment("lin", "We look into it.", null);
    office.later(WINDOW).delivered();

    assertThat(state(entry, "ben")).isEqualTo(State.SENT);
    assertThat(told(entry, "ada", "ben")).isEqualTo(State.SENT);
    assertThat(told(entry, "lin", "ben")).isEqualTo(State.NOT_FOLLOWED);

    wish("ben", ThreadPreference.FOLLOW);
    Entry later = comment("lin", "It is twelve.", null);
    office.later(WINDOW).delivered();
    assertThat(told(later, "lin", "ben")).isEqualTo(State.SENT);
  }

  private void assign(String... people) {
    int version = office.state().issues().find(issue).orElseThrow().version();
    List<SeatId> seats = Stream.of(people).map(office::seat).toList();
    office.submit(
        "ada",
        new IssueCommand.EditIssue(issue, version, null, null, null, null, seats, false, null));
  }

  @Test
  void aReasonThatIsGoneSinceIsToldAlikeWhetherOrNotTheyAlsoSpokeInPrivate() {
    assign("ben", "chi");
    comment("ben", "Between us.", Audience.civilSociety());
    Entry entry = comment("lin", "We look into it.", null);
    office.later(WINDOW).delivered();
    assign();

    assertThat(told(entry, "lin", "ben")).isEqualTo(State.SENT);
    assertThat(told(entry, "lin", "chi")).isEqualTo(State.SENT);
  }

  @Test
  void aReasonThatCameSinceIsToldAlikeWhetherOrNotTheyHadSpokenInPrivate() {
    comment("ben", "Between us.", Audience.civilSociety());
    Entry entry = comment("lin", "We look into it.", null);
    office.later(WINDOW).delivered();
    assertThat(told(entry, "ada", "ben")).isEqualTo(State.SENT);
    for (String person : List.of("ben", "chi")) {
      comment(person, "Thank you.", null);
      wish(person, ThreadPreference.FOLLOW);
    }
    assign("ben", "chi");

    assertThat(told(entry, "lin", "ben")).isEqualTo(State.NOT_FOLLOWED);
    assertThat(told(entry, "lin", "chi")).isEqualTo(State.NOT_FOLLOWED);
  }

  @Test
  void whoLeftSinceIsToldAlikeToo() {
    assign("chi");
    comment("ben", "Between us.", Audience.civilSociety());
    Entry entry = comment("lin", "We look into it.", null);
    office.later(WINDOW).delivered();
    SeatId ben = office.seat("ben");
    SeatId chi = office.seat("chi");
    office.submit("ada", new MemberCommand.EndSeat(ben));
    office.submit("ada", new MemberCommand.EndSeat(chi));

    assertThat(office.ledger().ofAll(office.state(), entry, office.seat("lin")))
        .extracting(DeliveryStatusOfSeat::seat)
        .contains(chi)
        .doesNotContain(ben);
    assertThat(office.ledger().ofAll(office.state(), entry, office.seat("ada")))
        .extracting(DeliveryStatusOfSeat::seat)
        .contains(chi, ben);
  }

  @Test
  void whoNarrowsIsNotToldEitherWhoHeardForWhatTheySaidInPrivate() {
    wish("chi", ThreadPreference.FOLLOW);
    comment("ben", "Between us.", Audience.civilSociety());
    Entry entry = comment("lin", "We look into it.", null);
    office.later(WINDOW).delivered();
    Ref said = Ref.to(Ref.Kind.ENTRY, entry.id());

    assertThat(office.served().of(office.workspace, said, office.seat("lin")))
        .containsExactlyInAnyOrder(office.seat("chi"), office.seat("ada"));
    assertThat(office.served().of(office.workspace, said, office.seat("ada")))
        .containsExactlyInAnyOrder(office.seat("chi"), office.seat("ada"), office.seat("ben"));
  }

  private State told(Entry entry, String asker, String person) {
    return office.ledger().ofAll(office.state(), entry, office.seat(asker)).stream()
        .filter(c -> c.seat().equals(office.seat(person)))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void whereItsAuthorWantedNobodyToldThatIsTheReason() {
    EntryLetter letter = new EntryLetter("blob", "q@home.example", null, false, List.of());
    String quiet =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue(
                "COP", "x", "y", "", List.of(), null, null, letter, List.of(), null, true));
    office.later(WINDOW).delivered();
    Entry entry = office.state().entries().under(Ref.to(Ref.Kind.ISSUE, quiet)).getLast();

    assertThat(state(entry, "ben")).isEqualTo(State.QUIET);
  }
}
