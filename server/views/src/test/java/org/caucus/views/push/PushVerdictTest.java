package org.caucus.views.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.caucus.kernel.Message;
import org.caucus.views.outbound.PublicHttpClient.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a push by each answer of a push service. */
class PushVerdictTest {
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

  private static PushVerdict of(int status, @Nullable String retryAfter, int tries) {
    return PushVerdict.of(new Reply.Answered(status, Optional.ofNullable(retryAfter)), tries, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "200, Taken",
    "201, Taken",
    "202, Taken",
    "204, Taken",
    "301, Refused",
    "302, Refused",
    "307, Refused",
    "308, Refused",
    "400, Refused",
    "401, Refused",
    "403, Refused",
    "405, Refused",
    "413, Refused",
    "404, Gone",
    "410, Gone",
    "429, Later",
    "500, Later",
    "502, Later",
    "503, Later",
    "504, Later",
  })
  void eachAnswerHasOneMeaning(int status, String verdict) {
    assertThat(of(status, null, 1).getClass().getSimpleName()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // as long as it asks, within bounds
        "90,                              1, PT90S",
        "'Mon, 01 Jun 2026 10:05:00 GMT', 1, PT5M",
        "0,                               1, PT5S",
        "-5,                              2, PT30S",
        "999999999,                       1, PT6H",
        "99999999999,                     1, PT5S",
        "soon,                            1, PT5S",
        "'',                              1, PT5S",
        "-,                               1, PT5S",
        "-,                               2, PT30S",
        "-,                               3, PT2M",
        "-,                               6, PT1H",
        "-,                              60, PT1H",
      })
  void itIsTriedAgainWhenItsServerAsksForIt(
      @Nullable String retryAfter, int tries, Duration pause) {
    for (int status : new int[] {429, 503}) {
      assertThat(of(status, retryAfter, tries))
          .isInstanceOfSatisfying(
              PushVerdict.Later.class, later -> assertThat(later.pause()).isEqualTo(pause));
    }
  }

  @Test
  void whatIsNotReachedIsTriedAgain() {
    Message why = Message.of("nothing-takes-calls-there");

    assertThat(PushVerdict.of(new Reply.Unreached(why), 1, NOW))
        .isEqualTo(new PushVerdict.Later(why, Duration.ofSeconds(5)));
  }
}
