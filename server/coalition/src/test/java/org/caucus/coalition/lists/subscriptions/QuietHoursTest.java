package org.caucus.coalition.lists.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Quiet hours end when the clock on the member's wall says so, on every day of the year. */
class QuietHoursTest {
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final QuietHours NIGHT = new QuietHours(21 * 60, 7 * 60);

  private static Instant at(String time) {
    return Instant.parse(time);
  }

  @Test
  void whatComesInTheNightLeavesInTheMorningAndWhatComesByDayAtOnce() {
    assertThat(NIGHT.leaves(at("2026-07-20T20:00:00Z"), LAGOS)).isEqualTo("2026-07-21T06:00:00Z");
    assertThat(NIGHT.leaves(at("2026-07-21T05:59:59Z"), LAGOS)).isEqualTo("2026-07-21T06:00:00Z");
    assertThat(NIGHT.leaves(at("2026-07-21T06:00:00Z"), LAGOS)).isEqualTo("2026-07-21T06:00:00Z");
    assertThat(NIGHT.leaves(at("2026-07-20T19:59:59Z"), LAGOS)).isEqualTo("2026-07-20T19:59:59Z");
  }

  @Test
  void hoursOfOneDayEndOnIt() {
    QuietHours prayers = new QuietHours(12 * 60, 14 * 60);
    assertThat(prayers.leaves(at("2026-07-20T11:30:00Z"), LAGOS)).isEqualTo("2026-07-20T13:00:00Z");
    assertThat(prayers.leaves(at("2026-07-20T13:00:00Z"), LAGOS)).isEqualTo("2026-07-20T13:00:00Z");
  }

  @Test
  void theMorningIsAtTheSameHourWhenTheClocksAreSet() {
    assertThat(NIGHT.leaves(at("2026-03-28T21:00:00Z"), BERLIN)).isEqualTo("2026-03-29T05:00:00Z");
    assertThat(NIGHT.leaves(at("2026-10-24T20:00:00Z"), BERLIN)).isEqualTo("2026-10-25T06:00:00Z");
  }

  @Test
  void anEndThatIsLeftOutOrComesTwiceIsNeverBeforeItsNight() {
    QuietHours early = new QuietHours(21 * 60, 2 * 60 + 30);
    assertThat(early.leaves(at("2026-03-29T00:59:00Z"), BERLIN)).isEqualTo("2026-03-29T01:30:00Z");
    assertThat(early.leaves(at("2026-10-25T01:15:00Z"), BERLIN)).isEqualTo("2026-10-25T01:30:00Z");
  }

  /** Between two showings of the same time it is not for a quarter of an hour not quiet. */
  @Test
  void anHourThatTheClockShowsTwiceIsQuietThroughout() {
    QuietHours early = new QuietHours(21 * 60, 2 * 60 + 30);
    assertThat(early.leaves(at("2026-10-25T00:45:00Z"), BERLIN)).isEqualTo("2026-10-25T01:30:00Z");
    QuietHours late = new QuietHours(2 * 60 + 30, 6 * 60);
    assertThat(late.leaves(at("2026-10-25T01:15:00Z"), BERLIN)).isEqualTo("2026-10-25T05:00:00Z");
    QuietHours skipped = new QuietHours(2 * 60 + 30, 6 * 60);
    assertThat(skipped.leaves(at("2026-03-29T01:00:00Z"), BERLIN))
        .isEqualTo("2026-03-29T04:00:00Z");
  }

  /** Never lost, never early: it leaves within the longest quiet hours and a clock's change. */
  @Property(tries = 2_000)
  void itLeavesLaterButNotMuchAndThenItIsNotQuiet(
      @ForAll @IntRange(min = 0, max = 1_439) int from,
      @ForAll @IntRange(min = 1, max = QuietHours.MAX_MINUTES) int length,
      @ForAll @IntRange(min = 0, max = 527_040) int minute) {
    QuietHours quiet = new QuietHours(from, (from + length) % QuietHours.DAY_MINUTES);
    Instant at = at("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));
    Instant leaves = quiet.leaves(at, BERLIN);
    assertThat(leaves)
        .isBetween(
            at, at.plus(Duration.ofMinutes(QuietHours.MAX_MINUTES)).plus(Duration.ofHours(1)));
    assertThat(quiet.leaves(leaves, BERLIN)).isEqualTo(leaves);
    assertThat(quiet.leaves(at.plus(Duration.ofMinutes(15)), BERLIN))
        .as("what comes later does not leave earlier")
        .isAfterOrEqualTo(leaves.isAfter(at) ? leaves : at);
  }
}
