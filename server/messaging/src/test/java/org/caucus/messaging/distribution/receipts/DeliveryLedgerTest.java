package org.caucus.messaging.distribution.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.moderation.LetterCommand.PostLetter;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat.State;
import org.caucus.messaging.notifications.AtPostOffice;
import org.junit.jupiter.api.Test;

/** Each entitled person got one copy, or it is said why not: every way a post can take. */
class DeliveryLedgerTest extends AtPostOffice {
  private Entry write(String person, String list) {
    office.submit(
        person,
        new ListCommand.StartThread(list, "Memo", Post.web("Twenty-four hours", null, null)));
    return last();
  }

  private Entry last() {
    return office.state().entries().byId().values().stream()
        .max((a, b) -> a.at().compareTo(b.at()))
        .orElseThrow();
  }

  private DeliveryStatusOfSeat course(Entry entry, String person) {
    return office.ledger().of(office.state(), entry, office.seat(person));
  }

  private State state(Entry entry, String person) {
    return course(entry, person).state();
  }

  @Test
  void itWaitsAndThenItIsSentAndWhen() {
    Entry entry = write("ada", "coalition");
    assertThat(state(entry, "ben")).isEqualTo(State.WAITING);

    office.delivered();

    assertThat(state(entry, "ben")).isEqualTo(State.SENT);
    assertThat(course(entry, "ben").at()).isAfterOrEqualTo(entry.at());
    assertThat(state(entry, "ada")).isEqualTo(State.OWN);
    assertThat(office.ledger().ofAll(office.state(), entry, entry.seat())).hasSize(3);
  }

  @Test
  void aPostForCivilSocietyIsOutsideOfACompany() {
    Entry entry = write("ada", "caucus");
    office.delivered();
    assertThat(state(entry, "lin")).isEqualTo(State.OUTSIDE);
    assertThat(state(entry, "ben")).isEqualTo(State.SENT);
  }

  @Test
  void whatSomebodyChoseIsTheReason() {
    office.submit("ben", new ListCommand.SetDelivery("coalition", Delivery.NONE));
    office.submit("lin", new ListCommand.SetDelivery("coalition", Delivery.SPECIAL));
    Entry entry = write("ada", "coalition");
    office.delivered();
    assertThat(state(entry, "ben")).isEqualTo(State.NOT_WANTED);
    assertThat(state(entry, "lin")).isEqualTo(State.SPECIAL_ONLY);

    LocalDate today = office.now().atZone(ZoneOffset.UTC).toLocalDate();
    MailPause pause = new MailPause(today.minusDays(1), today.plusDays(1));
    office.submit(
        "ben",
        new ListCommand.ChooseDelivery(
            "coalition", new DeliveryPreference(Delivery.EACH, false, false, false, pause)));
    Entry next = write("ada", "coalition");
    office.delivered();
    assertThat(state(next, "ben")).isEqualTo(State.PAUSED);
    assertThat(state(entry, "ben")).as("the choice that held then").isEqualTo(State.NOT_WANTED);
  }

  @Test
  void aDigestIsWaitedForAndThenItIsThere() {
    office.submit("ben", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
    Entry entry = write("ada", "coalition");
    office.delivered();
    assertThat(state(entry, "ben")).isEqualTo(State.NEXT_DIGEST);
    Instant due = course(entry, "ben").at();
    assertThat(due.atZone(ZoneOffset.UTC).toLocalTime()).isEqualTo(LocalTime.of(6, 0));
    assertThat(due).isBetween(office.now(), office.now().plus(Duration.ofDays(1)));

    office.later(Duration.ofDays(1)).delivered();
    Instant left = course(entry, "ben").at();
    assertThat(state(entry, "ben")).isEqualTo(State.IN_DIGEST);
    assertThat(left).isAfterOrEqualTo(due).isBeforeOrEqualTo(office.now());

    Entry next = write("ada", "coalition");
    office.delivered();
    assertThat(state(next, "ben")).isEqualTo(State.NEXT_DIGEST);
    office.later(Duration.ofDays(1)).delivered();
    assertThat(course(entry, "ben"))
        .as("its own digest")
        .isEqualTo(DeliveryStatusOfSeat.at(office.seat("ben"), State.IN_DIGEST, left));
    assertThat(course(next, "ben").at()).isAfterOrEqualTo(left.plus(Duration.ofHours(20)));
  }

  @Test
  void mailThatIsHeldBackIsSaidToBe() {
    office.submit(null, new ListCommand.SuspendMail(office.seat("ben")));
    Entry entry = write("ada", "coalition");
    office.delivered();
    assertThat(state(entry, "ben")).isEqualTo(State.SUSPENDED);
  }

  @Test
  void whoHadItFromItsAuthorIsSentNone() {
    byte[] raw =
        String.join(
                "\r\n",
                "From: Ada <ada@home.example>",
                "To: code-coalition@lists.example, ben@home.example",
                "Subject: Memo",
                "Message-ID: <m1@home.example>",
                "",
                "Words",
                "")
            .getBytes(StandardCharsets.US_ASCII);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    EntryLetter letter = new EntryLetter(blob, "m1@home.example", null, false, List.of());
    for (String list : List.of("coalition", "caucus")) {
      office.submit("ada", new PostLetter(new NewThread(list), "Memo", "Words", letter));
    }
    office.delivered();
    Entry first = office.state().entries().byMessageId("m1@home.example").orElseThrow();
    Entry second =
        office
            .state()
            .entries()
            .allByMessageId("m1@home.example")
            .skip(1)
            .findFirst()
            .orElseThrow();

    assertThat(state(first, "ben")).isEqualTo(State.WITHHELD);
    assertThat(state(first, "lin")).isEqualTo(State.SENT);
    assertThat(state(second, "ben")).isEqualTo(State.OTHER_LIST);
  }

  @Test
  void whoCameLaterIsInItAndWhoLeftWithACopyStays() {
    Entry entry = write("ada", "coalition");
    office.delivered();
    office.submit("ada", new MemberCommand.EndSeat(office.seat("lin")));
    office.join("joy", "Joy Ade", "press", Role.MEMBER);

    assertThat(office.ledger().ofAll(office.state(), entry, entry.seat())).hasSize(4);
    assertThat(
            office.ledger().ofAll(office.state(), entry, entry.seat()).stream()
                .filter(c -> c.state() == State.SENT))
        .hasSize(2);
  }
}
