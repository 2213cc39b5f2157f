package org.caucus.messaging.distribution.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat.State;
import org.caucus.messaging.notifications.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a row must not tell is not told by what else stands in it. */
class DeliveryPresenterTest {
  private static final Instant AT = Instant.parse("2026-06-21T10:00:00Z");

  @TempDir Path directory;
  private PostOffice office;
  private Entry entry;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.submit(
        "ada", new ListCommand.StartThread("coalition", "Memo", Post.web("Words", null, null)));
    entry = office.state().entries().byId().values().iterator().next();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private JsonObject row(String reader, DeliveryStatusOfSeat course) {
    JsonArray items =
        new DeliveryPresenter(office.state(), entry, office.seat(reader))
            .show(List.of(course))
            .getJsonArray("items");
    return items.getJsonObject(0);
  }

  @Test
  void whoHadItByAnotherSeatIsShownLikeThePersonWhoWasSentNone() {
    SeatId ben = office.seat("ben");
    JsonObject sentNone = row("ada", DeliveryStatusOfSeat.at(ben, State.WITHHELD, AT));

    for (State hidden : List.of(State.OTHER_SEAT, State.OWN)) {
      assertThat(row("ada", DeliveryStatusOfSeat.of(ben, hidden)))
          .as(hidden.name())
          .isEqualTo(sentNone);
    }
    assertThat(row("ben", DeliveryStatusOfSeat.at(ben, State.WITHHELD, AT)).getString("at"))
        .isEqualTo(AT.toString());
  }

  /** They are told of it where somebody else let it in, or an hour published it. */
  @Test
  void anAuthorWhoWasToldIsShownLikeOneWhoWasNot() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ada", new IssueCommand.OpenIssue("COP", "24 h", "", "", List.of(), null, null, null));
    office.submit("ben", new IssueCommand.CommentIssue(issue, Post.web("Words", null, null)));
    entry = office.state().entries().under(Ref.to(Ref.Kind.ISSUE, issue)).getLast();
    SeatId ben = office.seat("ben");
    JsonObject own = row("ada", DeliveryStatusOfSeat.of(ben, State.OWN));

    assertThat(own.getString("state")).isEqualTo("OWN");
    for (State told : List.of(State.SENT, State.NOT_FOLLOWED, State.REJECTED)) {
      assertThat(row("ada", new DeliveryStatusOfSeat(ben, told, AT, 550, "5.1.1")))
          .as(told.name())
          .isEqualTo(own);
    }
  }

  @Test
  void whenANextDigestLeavesIsForItsReaderAndConvenors() {
    DeliveryStatusOfSeat waits = DeliveryStatusOfSeat.at(office.seat("ben"), State.NEXT_DIGEST, AT);

    assertThat(row("lin", waits))
        .isEqualTo(row("lin", DeliveryStatusOfSeat.of(waits.seat(), State.NEXT_DIGEST)));
    assertThat(row("ben", waits).getString("at")).isEqualTo(AT.toString());
    assertThat(row("ada", waits).getString("at")).isEqualTo(AT.toString());
  }

  /** It may wait for quiet hours to end: that would tell when somebody sleeps. */
  @Test
  void untilWhenALetterWaitsIsForItsReaderAlone() {
    DeliveryStatusOfSeat waits = DeliveryStatusOfSeat.at(office.seat("ben"), State.WAITING, AT);

    assertThat(row("ben", waits).getString("at")).isEqualTo(AT.toString());
    for (String other : List.of("lin", "ada")) {
      assertThat(row(other, waits))
          .isEqualTo(row(other, DeliveryStatusOfSeat.of(waits.seat(), State.WAITING)));
    }
  }

  /** One that left in the morning tells when quiet hours ended as well as one that waits for it. */
  @Test
  void whenALetterLeftIsToldToOthersWhereItWaitedForNobody() {
    SeatId ben = office.seat("ben");
    Instant soon = entry.at().plus(LedgerRow.PROMPT);
    Instant morning = entry.at().plus(Duration.ofHours(7));

    for (String other : List.of("lin", "ada")) {
      assertThat(row(other, DeliveryStatusOfSeat.at(ben, State.SENT, soon)).getString("at"))
          .isEqualTo(soon.toString());
      assertThat(row(other, DeliveryStatusOfSeat.at(ben, State.SENT, morning)))
          .isEqualTo(row(other, DeliveryStatusOfSeat.of(ben, State.SENT)));
    }
    assertThat(row("ben", DeliveryStatusOfSeat.at(ben, State.SENT, morning)).getString("at"))
        .isEqualTo(morning.toString());
  }

  @Test
  void whyADigestWasRefusedIsForItsReaderAlone() {
    SeatId ben = office.seat("ben");
    DeliveryStatusOfSeat refused =
        new DeliveryStatusOfSeat(ben, State.DIGEST_REJECTED, null, 552, "5.3.4");

    assertThat(row("ben", refused).getString("reply")).isEqualTo("552 5.3.4");
    assertThat(row("ada", refused).containsKey("reply")).as("to a convenor").isFalse();
    assertThat(row("ada", refused).getString("state")).isEqualTo("DIGEST_REJECTED");
  }

  @Test
  void whenADigestLeftIsForItsReaderAlone() {
    DeliveryStatusOfSeat left = DeliveryStatusOfSeat.at(office.seat("ben"), State.IN_DIGEST, AT);

    assertThat(row("ben", left).getString("at")).isEqualTo(AT.toString());
    for (String other : List.of("lin", "ada")) {
      assertThat(row(other, left))
          .isEqualTo(row(other, DeliveryStatusOfSeat.of(left.seat(), State.IN_DIGEST)));
    }
  }
}
