package org.caucus.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.caucus.answers.TranscriptMail;
import org.caucus.digests.DigestClock;
import org.caucus.digests.DigestComposer;
import org.caucus.email.bounces.Reason;
import org.caucus.notices.InvitationMail;
import org.caucus.notices.NoticeComposer;
import org.caucus.notices.weekly.WeeklyClock;
import org.caucus.relay.PostComposer;
import org.caucus.relay.rendering.PrivateComposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reason first, score second. */
class StandingTest {
  private static final Instant MONDAY = Instant.parse("2026-06-15T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final Standing fine = Standing.of("ada@rights.example", "w");

  private static Standing.Return back(Instant at, Standing.Purpose purpose, Reason reason) {
    return new Standing.Return(at + "/" + purpose, at, purpose, reason, true, "5.1.1", "w");
  }

  private static Standing days(Standing from, int days, Reason reason) {
    Standing now = from;
    for (int day = 0; day < days; day++) {
      now =
          now.returned(
              back(MONDAY.plus(DAY.multipliedBy(day)), Standing.Purpose.POST, reason), "w");
    }
    return now;
  }

  @Test
  void fiveDaysWithADeadAddressAreADoubtAndFourAreNone() {
    assertThat(days(fine, 4, Reason.DEAD_ADDRESS).state()).isEqualTo(Standing.State.FINE);
    assertThat(days(fine, 5, Reason.DEAD_ADDRESS).state()).isEqualTo(Standing.State.DOUBTED);
  }

  @Test
  void manyLettersOnOneDayAreOneBadDay() {
    Standing now = fine;
    for (int i = 0; i < 50; i++) {
      now =
          now.returned(
              back(MONDAY.plusSeconds(i), Standing.Purpose.POST, Reason.DEAD_ADDRESS), "w");
    }

    assertThat(now.state()).isEqualTo(Standing.State.FINE);
    assertThat(now.countedDays(MONDAY)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DEAD_ADDRESS", "DISABLED"})
  void nothingElseEverCounts(Reason reason) {
    Standing now = days(fine, 60, reason);

    assertThat(now.state()).isEqualTo(Standing.State.FINE);
    assertThat(now.returns()).as("but all of it is in the history").hasSize(60);
  }

  @Test
  void whatALetterWasIsToldByTheKindOfItsParcel() {
    Map<String, Standing.Purpose> purposes =
        Map.of(
            PostComposer.KIND, Standing.Purpose.POST,
            PrivateComposer.KIND, Standing.Purpose.POST,
            NoticeComposer.KIND, Standing.Purpose.NOTICE,
            TranscriptMail.KIND, Standing.Purpose.NOTICE,
            DigestComposer.KIND, Standing.Purpose.DIGEST,
            DigestClock.NOTICES, Standing.Purpose.DIGEST,
            WeeklyClock.KIND, Standing.Purpose.DIGEST,
            InvitationMail.KIND, Standing.Purpose.WELCOME,
            ProbeMail.KIND, Standing.Purpose.PROBE);

    purposes.forEach(
        (kind, purpose) -> assertThat(Standing.Purpose.of(kind)).as(kind).isEqualTo(purpose));
  }

  @ParameterizedTest
  @EnumSource
  void anyLetterCounts(Standing.Purpose purpose) {
    Standing.Return back = back(MONDAY.plus(DAY.multipliedBy(4)), purpose, Reason.DEAD_ADDRESS);

    assertThat(days(fine, 4, Reason.DEAD_ADDRESS).returned(back, "w").state())
        .isEqualTo(Standing.State.DOUBTED);
  }

  @Test
  void theSameReportTwiceIsOne() {
    Standing.Return once = back(MONDAY, Standing.Purpose.POST, Reason.DEAD_ADDRESS);

    assertThat(fine.returned(once, "w").returned(once, "w").returns()).hasSize(1);
  }

  @Test
  void oldReturnsAreForgotten() {
    Standing now = days(fine, 4, Reason.DEAD_ADDRESS);
    Instant muchLater = MONDAY.plus(Standing.COUNTS_FOR).plus(DAY.multipliedBy(3));

    assertThat(
            now.returned(back(muchLater, Standing.Purpose.POST, Reason.DEAD_ADDRESS), "w").state())
        .isEqualTo(Standing.State.FINE);
  }

  @Test
  void fourProbesThatComeBackSuspend() {
    Standing now = days(fine, 5, Reason.DEAD_ADDRESS);
    Instant at = now.next();

    for (int probe = 1; probe <= Standing.PROBES; probe++) {
      assertThat(now.asksForProbe(at)).as("probe %d", probe).isTrue();
      now = now.probed(at);
      assertThat(now.asksForProbe(at.plus(DAY))).isFalse();
      now = now.returned(back(at.plusSeconds(9), Standing.Purpose.PROBE, Reason.DEAD_ADDRESS), "w");
      assertThat(now.asksForProbe(at.plus(DAY))).as("not before three days").isFalse();
      at = at.plus(Standing.PROBE_EVERY);
    }

    assertThat(now.state()).isEqualTo(Standing.State.SUSPENDED);
    assertThat(now.next()).isEqualTo(Instant.MAX);
  }

  @Test
  void aProbeThatDoesNotComeBackClears() {
    Standing doubted = days(fine, 5, Reason.DEAD_ADDRESS);
    Instant at = doubted.next();
    Standing probed = doubted.probed(at);

    assertThat(probed.isCleared(at.plus(DAY))).isFalse();
    assertThat(probed.isCleared(at.plus(Standing.PROBE_EVERY))).isTrue();
    Standing cleared = probed.cleared(at.plus(Standing.PROBE_EVERY));
    assertThat(cleared.countedDays(at.plus(Standing.PROBE_EVERY))).isZero();
    assertThat(cleared.returns()).as("the history stays").hasSize(5);
  }

  @Test
  void aProbeRefusedAsSpamSaysThatTheAddressLives() {
    Standing probed = days(fine, 5, Reason.DEAD_ADDRESS).probed(MONDAY.plus(DAY.multipliedBy(5)));

    Standing now =
        probed.returned(
            back(MONDAY.plus(DAY.multipliedBy(6)), Standing.Purpose.PROBE, Reason.SPAM), "w");

    assertThat(now.probesFailed()).isZero();
  }

  @Test
  void whatIsWrittenIsRead() {
    Standing now = days(fine, 5, Reason.DEAD_ADDRESS).probed(MONDAY.plus(DAY.multipliedBy(5)));

    assertThat(StandingCodec.read(StandingCodec.write(now))).isEqualTo(now);
    assertThat(StandingCodec.read(StandingCodec.write(fine))).isEqualTo(fine);
  }
}
