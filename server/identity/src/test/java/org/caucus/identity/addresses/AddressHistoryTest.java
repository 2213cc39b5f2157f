package org.caucus.identity.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.caucus.kernel.Refusal;
import org.caucus.mail.message.MailAddress;
import org.junit.jupiter.api.Test;

/** A programme officer changes jobs, and with them addresses. */
class AddressHistoryTest {
  private static final Instant JUNE = Instant.parse("2026-06-01T08:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");
  private static final Instant AUGUST = Instant.parse("2026-08-01T08:00:00Z");
  private static final MailAddress WORK = MailAddress.of("bola@press.example");
  private static final MailAddress HOME = MailAddress.of("Bola@home.example");

  private final AddressHistory one = AddressHistory.first(WORK, JUNE);
  private final AddressHistory two = one.with(HOME, JULY);

  @Test
  void theFirstReceivesUntilAnotherIsChosen() {
    assertThat(two.receiving()).isEqualTo(WORK);
    assertThat(two.receivingSince()).isEqualTo(JUNE);

    AddressHistory moved = two.receivingAt(MailAddress.of("bola@HOME.example"), AUGUST);

    assertThat(moved.receiving()).as("as it was proved").isEqualTo(HOME);
    assertThat(moved.receivingSince()).isEqualTo(AUGUST);
    assertThat(moved.receivingAt(HOME, AUGUST.plusSeconds(1))).isSameAs(moved);
  }

  @Test
  void oneThatWasEndedStaysInTheHistoryAndMayComeBack() {
    AddressHistory ended = two.ending(HOME, AUGUST);

    assertThat(ended.held(HOME)).isEmpty();
    assertThat(ended.hasEnded(HOME)).isTrue();
    assertThat(ended.current()).extracting(DatedAddress::address).containsExactly(WORK);
    assertThat(ended.all().getLast()).isEqualTo(new DatedAddress(HOME, JULY, AUGUST));

    AddressHistory back = ended.with(HOME, AUGUST.plusSeconds(9));

    assertThat(back.hasEnded(HOME)).isFalse();
    assertThat(back.all()).hasSize(3);
    assertThat(back.with(HOME, AUGUST.plusSeconds(10))).isSameAs(back);
  }

  @Test
  void neitherTheLastNorTheReceivingOneIsEnded() {
    assertThatThrownBy(() -> one.ending(WORK, JULY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("only address");
    assertThatThrownBy(() -> two.ending(WORK, JULY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Choose another");
    assertThat(two.receivingAt(HOME, JULY).ending(WORK, JULY).hasEnded(WORK)).isTrue();
  }

  @Test
  void whatIsNotTheirsIsNotThere() {
    MailAddress strange = MailAddress.of("chidi@field.example");
    assertThatThrownBy(() -> two.receivingAt(strange, JULY)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> two.ending(strange, JULY)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> two.ending(HOME, JULY).receivingAt(HOME, AUGUST))
        .isInstanceOf(Refusal.class);
    assertThat(two.hasEnded(strange)).isFalse();
  }

  @Test
  void thereIsALimitToBothThoseHeldAndThoseKept() {
    AddressHistory all = one;
    for (int i = 1; i < AddressHistory.MOST; i++) {
      all = all.with(MailAddress.of("bola" + i + "@press.example"), JULY);
    }
    AddressHistory full = all;
    assertThatThrownBy(() -> full.with(HOME, JULY)).hasMessageContaining("Remove one first");

    AddressHistory moving = two;
    for (int i = 0; i < 2 * AddressHistory.KEPT; i++) {
      MailAddress next = MailAddress.of("bola" + i + "@moving.example");
      moving = moving.with(next, JULY.plus(Duration.ofDays(i)));
      moving = moving.ending(next, JULY.plus(Duration.ofDays(i)).plusSeconds(1));
    }
    assertThat(moving.all()).hasSize(AddressHistory.KEPT);
    assertThat(moving.current()).extracting(DatedAddress::address).containsExactly(WORK, HOME);
  }

  @Test
  void whatIsWrittenIsRead() {
    AddressHistory all = two.receivingAt(HOME, AUGUST).ending(WORK, AUGUST);
    assertThat(AddressHistory.read(all.write(new JsonObject()))).isEqualTo(all);
  }

  @Test
  void ofBeforeOneCouldBeChosenTheFirstReceives() {
    JsonObject then = new JsonObject().put("name", "Bola");
    then.put(
        "addresses",
        new JsonArray()
            .add(
                new JsonObject()
                    .put("address", WORK.toString())
                    .put("verified", JUNE.toEpochMilli())));

    assertThat(AddressHistory.read(then)).isEqualTo(one);
  }

  @Test
  void twoAccountsOfOnePersonAreJoined() {
    AddressHistory other = AddressHistory.first(MailAddress.of("BOLA@home.example"), AUGUST);
    assertThat(two.joined(other)).isEqualTo(two);
    assertThat(one.joined(other).current()).hasSize(2);
    assertThat(one.joined(other).receiving()).isEqualTo(WORK);
  }
}
