package org.caucus.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.caucus.email.MailAddress;
import org.junit.jupiter.api.Test;

final class AnswerLimitTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final MailAddress ADA = MailAddress.of("ada@home.example");

  private final AnswerLimit limit = AnswerLimit.ofQuestions();

  private int left(String parcel, Instant at) {
    return limit.left(ADA, parcel, at);
  }

  @Test
  void whatIsTriedAgainIsNotTheLastBecauseOthersCameMeanwhile() {
    for (int i = 1; i <= AnswerLimit.QUESTIONS_PER_DAY; i++) {
      assertThat(left("parcel" + i, NOW)).isEqualTo(AnswerLimit.QUESTIONS_PER_DAY - i);
    }

    assertThat(left("parcel1", NOW)).isEqualTo(AnswerLimit.QUESTIONS_PER_DAY - 1);
    assertThat(left("parcel" + AnswerLimit.QUESTIONS_PER_DAY, NOW)).isZero();
    assertThat(left("one more", NOW)).isNegative();
  }

  @Test
  void theNextDayBeginsAnew() {
    for (int i = 0; i < AnswerLimit.QUESTIONS_PER_DAY; i++) {
      left("parcel" + i, NOW);
    }

    assertThat(left("tomorrow", NOW.plus(Duration.ofDays(1))))
        .isEqualTo(AnswerLimit.QUESTIONS_PER_DAY - 1);
  }
}
