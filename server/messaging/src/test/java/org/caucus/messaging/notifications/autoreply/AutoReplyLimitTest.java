package org.caucus.messaging.notifications.autoreply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.caucus.mail.message.MailAddress;
import org.junit.jupiter.api.Test;

final class AutoReplyLimitTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final MailAddress ADA = MailAddress.of("ada@home.example");

  private final AutoReplyLimit limit = AutoReplyLimit.ofQuestions();

  private int left(String parcel, Instant at) {
    return limit.left(ADA, parcel, at);
  }

  @Test
  void whatIsTriedAgainIsNotTheLastBecauseOthersCameMeanwhile() {
    for (int i = 1; i <= AutoReplyLimit.QUESTIONS_PER_DAY; i++) {
      assertThat(left("parcel" + i, NOW)).isEqualTo(AutoReplyLimit.QUESTIONS_PER_DAY - i);
    }

    assertThat(left("parcel1", NOW)).isEqualTo(AutoReplyLimit.QUESTIONS_PER_DAY - 1);
    assertThat(left("parcel" + AutoReplyLimit.QUESTIONS_PER_DAY, NOW)).isZero();
    assertThat(left("one more", NOW)).isNegative();
  }

  @Test
  void allKindsOfAnswersToSomebodyElseAreTenADay() {
    AutoReplyLimit answers = AutoReplyLimit.ofAnswers();
    int sent = 0;
    for (int i = 0; i < 20; i++) {
      sent += answers.leftUnproven(ADA, "was it you" + i, NOW) >= 0 ? 1 : 0;
      sent += answers.left(ADA, true, "refused" + i, NOW, () -> false) >= 0 ? 1 : 0;
    }
    assertThat(sent).isEqualTo(AutoReplyLimit.PER_DAY);
    assertThat(answers.left(ADA, true, "refused0", NOW, () -> false))
        .as("tried again")
        .isNotNegative();
  }

  @Test
  void aMemberWhoIsProvenToWriteGetsMoreAndNobodyUsesThatUp() {
    AutoReplyLimit answers = AutoReplyLimit.ofAnswers();
    for (int i = 0; i < 20; i++) {
      answers.leftUnproven(ADA, "forged" + i, NOW);
    }
    int sent = 0;
    for (int i = 0; i < AutoReplyLimit.PROVEN_PER_DAY; i++) {
      sent += answers.left(ADA, true, "refused" + i, NOW, () -> true) >= 0 ? 1 : 0;
      sent += answers.left(ADA, "transcript" + i, NOW) >= 0 ? 1 : 0;
    }
    assertThat(sent).isEqualTo(AutoReplyLimit.PROVEN_PER_DAY).isGreaterThan(10 * 5);
    assertThat(answers.left(ADA, "one more", NOW)).isNegative();
  }

  @Test
  void whoWritesUnderHerNameLeavesHerSomeAnswersAndTheLastSaysSo() {
    AutoReplyLimit answers = AutoReplyLimit.ofAnswers();
    for (int i = 1; i <= AutoReplyLimit.UNPROVEN_PER_DAY; i++) {
      assertThat(answers.leftUnproven(ADA, "forged" + i, NOW))
          .isEqualTo(AutoReplyLimit.UNPROVEN_PER_DAY - i);
    }
    assertThat(answers.leftUnproven(ADA, "one more", NOW)).isNegative();
    assertThat(answers.left(ADA, true, "hers", NOW, () -> true))
        .isEqualTo(AutoReplyLimit.PROVEN_PER_DAY - 1);
  }

  @Test
  void whatMembersOrderUsesUpNothingOfWhatStrangersGet() {
    AutoReplyLimit answers = AutoReplyLimit.ofAnswers();
    for (int i = 0; i < AutoReplyLimit.ALL_PER_DAY + 5; i++) {
      MailAddress member = MailAddress.of("member" + i + "@home.example");
      assertThat(answers.left(member, "transcript" + i, NOW)).isNotNegative();
    }
    assertThat(answers.left(ADA, false, "refused", NOW, () -> false)).isNotNegative();
  }

  @Test
  void theNextDayBeginsAnew() {
    for (int i = 0; i < AutoReplyLimit.QUESTIONS_PER_DAY; i++) {
      left("parcel" + i, NOW);
    }

    assertThat(left("tomorrow", NOW.plus(Duration.ofDays(1))))
        .isEqualTo(AutoReplyLimit.QUESTIONS_PER_DAY - 1);
  }
}
