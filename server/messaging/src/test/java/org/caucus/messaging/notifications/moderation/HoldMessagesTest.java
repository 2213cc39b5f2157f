package org.caucus.messaging.notifications.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.api.Test;

/** Whose words a refusal quotes. */
class HoldMessagesTest {
  private static final HoldMessages WORDS = new HoldMessages(Language.ENGLISH);
  private static final SeatId SEAT = new SeatId("ada");
  private static final String CONVENORS = "The convenors wrote:";

  @Test
  void convenorsAreQuoted() {
    assertThat(WORDS.said(new LetterEvent.HoldRefused("h", SEAT, "Ask again in May.")))
        .isEqualTo("\n\n" + CONVENORS + "\n\nAsk again in May.\n");
  }

  @Test
  void aRuleIsNotSaidToBeTheirs() {
    assertThat(WORDS.said(LetterEvent.HoldRefused.of("h", SEAT, ModerationSettings.LEFT)))
        .contains("* The sender left the workspace")
        .doesNotContain(CONVENORS);
  }

  @Test
  void aRuleInTheWordsOfAnOldLogIsNotEither() {
    String old = "Its sender left before saying whether they wrote it.";

    assertThat(WORDS.said(new LetterEvent.HoldRefused("h", SEAT, old)))
        .contains("* Its sender left")
        .doesNotContain(CONVENORS);
  }

  @Test
  void nothingIsQuotedWhereNothingWasSaid() {
    assertThat(WORDS.said(new LetterEvent.HoldRefused("h", SEAT, " "))).isEqualTo("\n");
  }
}
