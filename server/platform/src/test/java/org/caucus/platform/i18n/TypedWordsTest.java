package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.caucus.kernel.Message;
import org.junit.jupiter.api.Test;

/** What people type as it stands is marked in each language, and is no part of a sentence. */
class TypedWordsTest {
  private static final Message DECIDES = Message.of("reasons.no-word");

  @Test
  void areQuotedAsTheLanguageQuotes() {
    assertThat(DECIDES.english()).contains("“approve”", "“reject”", "“withdraw”");
    assertThat(Messages.say(Language.FRENCH, DECIDES)).contains("«\u00a0approuver\u00a0»");
    assertThat(Messages.say(Language.ARABIC, DECIDES)).contains("«\u2068موافقة\u2069»");
    assertThat(Messages.say(Language.ARABIC, Message.of("reasons.misplaced")))
        .contains("«\u2068+control\u2069»");
  }

  @Test
  void eachLanguageHasTheSame() {
    for (Language language : Language.values()) {
      assertThat(TypedWords.names(language)).isEqualTo(TypedWords.names(Language.ENGLISH));
    }
  }

  @Test
  void areNoValuesThatSomebodyMustGive() {
    assertThat(Messages.names(DECIDES.code())).isEmpty();
  }
}
