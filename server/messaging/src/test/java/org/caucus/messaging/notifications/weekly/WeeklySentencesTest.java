package org.caucus.messaging.notifications.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import org.caucus.coalition.capability.WeeklyDeed;
import org.caucus.kernel.Ref;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A weekly letter tells each deed in a whole sentence, also one of no organisation. */
class WeeklySentencesTest {
  private static final Ref THING = Ref.to(Ref.Kind.ISSUE, "issue1");

  private static String told(Language language, String key, String actor, int times) {
    return WeeklyDeed.of(THING, key)
        .phrase()
        .told(language, actor.isEmpty() ? null : actor, "COP-1", times)
        .replace('\u00a0', ' ')
        .replaceAll("[\u2068\u2069]", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | did.closed | Acme | 1 | Acme closed “COP-1”.",
        "ENGLISH | did.closed | Acme | 2 | Acme closed “COP-1” 2 times.",
        "ENGLISH | did.closed | '' | 1 | “COP-1” was closed.",
        "ENGLISH | update.answered | Acme | 3 | Acme answered 3 questions about “COP-1”.",
        "FRENCH | did.closed | Acme | 1 | Acme a clos « COP-1 ».",
        "FRENCH | did.closed | '' | 2 | Clôture de « COP-1 » 2 fois.",
        "FRENCH | did.wrote | Acme | 0 | Acme a écrit un message dans « COP-1 ».",
        "ARABIC | did.closed | Acme | 2 | تم إغلاق «COP-1» من قبل Acme مرتين.",
        "ARABIC | did.wrote | '' | 3 | 3 رسائل في «COP-1».",
      })
  void isWholeWithItsNumber(Language language, String key, String actor, int times, String said) {
    assertThat(told(language, key, actor, times)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did.wrote",
        "did.opened",
        "did.closed",
        "did.reopened",
        "did.changed",
        "did.planned",
        "did.minuted",
        "did.replied",
        "update.posted",
        "update.corrected",
        "update.staged",
        "update.retracted",
        "update.answered",
        "committed.WILL",
        "committed.MAY",
        "committed.WILL_NOT"
      })
  void namesItsThingAndEndsAsASentence(String key) {
    for (Language language : Language.values()) {
      for (String actor : new String[] {"Acme", ""}) {
        assertThat(told(language, key, actor, 1)).contains("COP-1", actor).endsWith(".");
      }
    }
  }
}
