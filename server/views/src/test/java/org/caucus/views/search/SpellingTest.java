package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are found as people type them, which is seldom as they were written. */
class SpellingTest {
  private final Searcher searcher = new Searcher();

  @AfterEach
  void close() {
    searcher.close();
  }

  private List<String> found(String text, String typed) {
    Given given =
        Given.coalition()
            .and(
                new ListEvent.ThreadStarted("t1", "coalition", "x", Audience.everyone(), AMINA),
                new EntryEvent.EntryPosted(
                    "e1",
                    Ref.to(Ref.Kind.THREAD, "t1"),
                    null,
                    BOLA,
                    Audience.everyone(),
                    text,
                    Channel.WEB,
                    null));
    return searcher.found(given.state(), AMINA, typed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          L'élection d'Abuja          | élection
          L’élection d’Abuja          | abuja
          Jusqu'aux plateformes       | plateforme
          L'ONU, qu'elle le dise      | onu
          Élection                    | l'election
          Élection                    | L’ÉLECTION
          re\u0301union publique      | réunion
          Réunion publique            | re\u0301union
          Réunion publique            | REUNION
          Œuvre commune               | oeuvre
          São Tomé                    | sao tome
          o\uFB03cial                 | official
          \uFF23\uFF4F\uFF44\uFF45    | code
          حُرِّيَّة التَّعبير         | حرية التعبير
          حرية                        | حُرِّيَّة
          حريـــــة                   | حرية
          الإنترنت                    | الانترنت
          الانترنت                    | الإنترنت
          أحكام                       | احكام
          آراء                        | اراء
          مسؤول                       | مسئول
          مسؤولية الشركات             | مسوولية
          قضائي                       | قضايي
          هيئة                        | هيية
          شكوى                        | شكوي
          مدونة                       | مدونه
          رحمٰن                       | رحمن
          \uFEB7\uFE92\uFEDC\uFE94    | شبكة
          شب\u06A9ة                   | شبكة
          حر\u06CCة                   | حرية
          اجتماع في ٢٠٢٦              | 2026
          Meeting of 2026             | ٢٠٢٦
          """)
  void aWordIsFoundInItsOtherSpellings(String text, String typed) {
    assertThat(found(text, typed)).containsExactly("e1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          حرية   | حربة
          Élever | élection
          l'un   | lun
          """)
  void andNoOtherWordIs(String text, String typed) {
    assertThat(found(text, typed)).isEmpty();
  }

  @Test
  void aPhraseIsFoundWhateverItsArticlesAndAccents() {
    assertThat(found("Avant l'élection d'Abuja", "\"élection d’abuja\"")).containsExactly("e1");
    assertThat(found("Avant l'élection d'Abuja", "\"avant l'election\"")).containsExactly("e1");
    assertThat(found("Avant l'élection d'Abuja", "\"abuja élection\"")).isEmpty();
  }

  /** A field without a value would find nothing, and nobody would know why. */
  @ParameterizedTest
  @ValueSource(strings = {"from:", "from:\"\" notice", "list: cop", "from: \"ada obi\""})
  void aFieldNeedsAValueRightBehindIt(String typed) {
    assertThatThrownBy(() -> SearchQuery.of(typed))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(typed.substring(0, 5));
  }
}
