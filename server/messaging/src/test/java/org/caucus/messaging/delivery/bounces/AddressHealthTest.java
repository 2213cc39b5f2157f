package org.caucus.messaging.delivery.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.caucus.mail.dsn.BounceReason;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.messaging.distribution.rendering.PrivateComposer;
import org.caucus.messaging.notifications.InvitationMail;
import org.caucus.messaging.notifications.NoticeComposer;
import org.caucus.messaging.notifications.autoreply.CommandTranscriptMail;
import org.caucus.messaging.notifications.digests.DigestClock;
import org.caucus.messaging.notifications.digests.DigestComposer;
import org.caucus.messaging.notifications.weekly.WeeklySender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reason first, score second. */
class AddressHealthTest {
  private static final Instant MONDAY = Instant.parse("2026-06-15T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final AddressHealth fine = AddressHealth.of("ada@rights.example", "w");

  private static AddressHealth.Return back(
      Instant at, AddressHealth.Purpose purpose, BounceReason reason) {
    return new AddressHealth.Return(at + "/" + purpose, at, purpose, reason, true, "5.1.1", "w");
  }

  private static AddressHealth days(AddressHealth from, int days, BounceReason reason) {
    AddressHealth now = from;
    for (int day = 0; day < days; day++) {
      now =
          now.returned(
              back(MONDAY.plus(DAY.multipliedBy(day)), AddressHealth.Purpose.POST, reason), "w");
    }
    return now;
  }

  @Test
  void fiveDaysWithADeadAddressAreADoubtAndFourAreNone() {
    assertThat(days(fine, 4, BounceReason.DEAD_ADDRESS).state())
        .isEqualTo(AddressHealth.State.FINE);
    assertThat(days(fine, 5, BounceReason.DEAD_ADDRESS).state())
        .isEqualTo(AddressHealth.State.DOUBTED);
  }

  @Test
  void manyLettersOnOneDayAreOneBadDay() {
    AddressHealth now = fine;
    for (int i = 0; i < 50; i++) {
      now =
          now.returned(
              back(MONDAY.plusSeconds(i), AddressHealth.Purpose.POST, BounceReason.DEAD_ADDRESS),
              "w");
    }

    assertThat(now.state()).isEqualTo(AddressHealth.State.FINE);
    assertThat(now.countedDays(MONDAY)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DEAD_ADDRESS", "DISABLED"})
  void nothingElseEverCounts(BounceReason reason) {
    AddressHealth now = days(fine, 60, reason);

    assertThat(now.state()).isEqualTo(AddressHealth.State.FINE);
    assertThat(now.returns()).as("but all of it is in the history").hasSize(60);
  }

  @Test
  void whatALetterWasIsToldByTheKindOfItsParcel() {
    Map<String, AddressHealth.Purpose> purposes =
        Map.of(
            RecipientBatches.POST, AddressHealth.Purpose.POST,
            PrivateComposer.KIND, AddressHealth.Purpose.POST,
            NoticeComposer.KIND, AddressHealth.Purpose.NOTICE,
            CommandTranscriptMail.KIND, AddressHealth.Purpose.NOTICE,
            DigestComposer.KIND, AddressHealth.Purpose.DIGEST,
            DigestClock.NOTICES, AddressHealth.Purpose.DIGEST,
            WeeklySender.KIND, AddressHealth.Purpose.DIGEST,
            InvitationMail.KIND, AddressHealth.Purpose.WELCOME,
            ProbeMail.KIND, AddressHealth.Purpose.PROBE);

    purposes.forEach(
        (kind, purpose) -> assertThat(AddressHealth.Purpose.of(kind)).as(kind).isEqualTo(purpose));
  }

  @ParameterizedTest
  @EnumSource
  void anyLetterCounts(AddressHealth.Purpose purpose) {
    AddressHealth.Return back =
        back(MONDAY.plus(DAY.multipliedBy(4)), purpose, BounceReason.DEAD_ADDRESS);

    assertThat(days(fine, 4, BounceReason.DEAD_ADDRESS).returned(back, "w").state())
        .isEqualTo(AddressHealth.State.DOUBTED);
  }

  @Test
  void theSameReportTwiceIsOne() {
    AddressHealth.Return once = back(MONDAY, AddressHealth.Purpose.POST, BounceReason.DEAD_ADDRESS);

    assertThat(fine.returned(once, "w").returned(once, "w").returns()).hasSize(1);
  }

  @Test
  void oldReturnsAreForgotten() {
    AddressHealth now = days(fine, 4, BounceReason.DEAD_ADDRESS);
    Instant muchLater = MONDAY.plus(AddressHealth.COUNTS_FOR).plus(DAY.multipliedBy(3));

    assertThat(
            now.returned(
                    back(muchLater, AddressHealth.Purpose.POST, BounceReason.DEAD_ADDRESS), "w")
                .state())
        .isEqualTo(AddressHealth.State.FINE);
  }

  @Test
  void fourProbesThatComeBackSuspend() {
    AddressHealth now = days(fine, 5, BounceReason.DEAD_ADDRESS);
    Instant at = now.next();

    for (int probe = 1; probe <= AddressHealth.PROBES; probe++) {
      assertThat(now.asksForProbe(at)).as("probe %d", probe).isTrue();
      now = now.probed(at);
      assertThat(now.asksForProbe(at.plus(DAY))).isFalse();
      now =
          now.returned(
              back(at.plusSeconds(9), AddressHealth.Purpose.PROBE, BounceReason.DEAD_ADDRESS), "w");
      assertThat(now.asksForProbe(at.plus(DAY))).as("not before three days").isFalse();
      at = at.plus(AddressHealth.PROBE_EVERY);
    }

    assertThat(now.state()).isEqualTo(AddressHealth.State.SUSPENDED);
    assertThat(now.next()).isEqualTo(Instant.MAX);
  }

  @Test
  void aProbeThatDoesNotComeBackClears() {
    AddressHealth doubted = days(fine, 5, BounceReason.DEAD_ADDRESS);
    Instant at = doubted.next();
    AddressHealth probed = doubted.probed(at);

    assertThat(probed.isCleared(at.plus(DAY))).isFalse();
    assertThat(probed.isCleared(at.plus(AddressHealth.PROBE_EVERY))).isTrue();
    AddressHealth cleared = probed.cleared(at.plus(AddressHealth.PROBE_EVERY));
    assertThat(cleared.countedDays(at.plus(AddressHealth.PROBE_EVERY))).isZero();
    assertThat(cleared.returns()).as("the history stays").hasSize(5);
  }

  @Test
  void aProbeRefusedAsSpamSaysThatTheAddressLives() {
    AddressHealth probed =
        days(fine, 5, BounceReason.DEAD_ADDRESS).probed(MONDAY.plus(DAY.multipliedBy(5)));

    AddressHealth now =
        probed.returned(
            back(MONDAY.plus(DAY.multipliedBy(6)), AddressHealth.Purpose.PROBE, BounceReason.SPAM),
            "w");

    assertThat(now.probesFailed()).isZero();
  }

  @Test
  void whatIsWrittenIsRead() {
    AddressHealth now =
        days(fine, 5, BounceReason.DEAD_ADDRESS).probed(MONDAY.plus(DAY.multipliedBy(5)));

    assertThat(AddressHealthCodec.read(AddressHealthCodec.write(now))).isEqualTo(now);
    assertThat(AddressHealthCodec.read(AddressHealthCodec.write(fine))).isEqualTo(fine);
  }
}
