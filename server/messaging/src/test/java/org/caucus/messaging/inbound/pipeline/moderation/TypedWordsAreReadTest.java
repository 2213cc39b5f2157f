package org.caucus.messaging.inbound.pipeline.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.mailcommands.headers.HeaderKeyNames;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.messaging.inbound.pipeline.moderation.ModerationDecision.Word;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.TypedWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sentence tells people to type is understood, in each language. */
class TypedWordsAreReadTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void wordsThatDecide(Language language) {
    for (Word word : Word.values()) {
      String typed = TypedWords.typed(language, word.name().toLowerCase(Locale.ROOT));
      assertThat(ModerationDecision.in("", typed, "lists.example").map(ModerationDecision::word))
          .as(typed)
          .isEqualTo(Optional.of(word));
    }
    assertThat(PhraseFile.of("decisions").get("recall"))
        .contains(TypedWords.typed(language, "recall"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void answersToAnInvitation(Language language) {
    for (String answer : new String[] {"yes", "maybe", "no"}) {
      assertThat(PhraseFile.of("attendance").values())
          .as(answer)
          .anyMatch(heard -> heard.contains(TypedWords.typed(language, answer).replace('-', ' ')));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void linesAtTheHead(Language language) {
    for (String line : new String[] {"everyone", "civil", "with", "only"}) {
      String key = TypedWords.typed(language, line).replaceFirst(":.*", "");
      assertThat(HeaderKeyNames.is("Audience", key)).as(line).isTrue();
    }
  }
}
