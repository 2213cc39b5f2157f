package org.caucus.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.caucus.mail.dsn.BounceReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal says of its recipient. */
class DeliveryOutcomeTest {
  @ParameterizedTest
  @CsvSource({
    "550, 5.1.1, User unknown, DEAD_ADDRESS",
    "552, 5.1.1, User unknown, SIZE",
    "552, 5.0.0, no words of a machine that we know, SIZE",
    "552, 5.2.2, Mailbox full, FULL",
    "552, 5.7.1, Message looks like spam, SPAM",
    "554, 5.7.1, Message refused by policy, POLICY"
  })
  void codeFiveHundredAndFiftyTwoIsAboutTheLetter(
      int code, String enhanced, String words, BounceReason reason) {
    DeliveryOutcome.Rejected refused = DeliveryOutcome.Rejected.of(code, enhanced, words);

    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.enhanced()).isEqualTo(enhanced);
  }
}
