package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.caucus.kernel.Message;
import org.caucus.kernel.StoredMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message is said by its code, whatever its English words are. */
class MessagesTest {
  private static final Message LABELS = Message.of("an-issue-has-at-most-labels", "limit", 20);

  /** As logs have it that were written before messages had codes. */
  private static final String FORMER = "An issue has at most 20 labels.";

  private static final String ENGLISH =
      "This issue has too many labels. The limit is 20 labels. Remove some.";
  private static final String FRENCH = Messages.say(Language.FRENCH, LABELS);
  private static final String ARABIC = Messages.say(Language.ARABIC, LABELS);

  /** A copy in which somebody worded the English sentence anew. */
  private static final MessageCatalogue REWRITTEN =
      MessageCatalogue.of("refusals")
          .rewritten(Map.of(LABELS.code(), "The limit is {limit} labels."));

  @Test
  void isSaidInEachLanguage() {
    assertThat(LABELS.english()).isEqualTo(ENGLISH);
    assertThat(FRENCH).contains("20").isNotEqualTo(ENGLISH);
    assertThat(ARABIC).contains("20 وسمًا");
  }

  @Test
  void aNewWordingChangesNoTranslationOfANewLog() {
    Message kept = MessageJson.read(new JsonObject(MessageJson.of(LABELS).encode()));

    assertThat(kept).isEqualTo(LABELS);
    assertThat(Messages.say(REWRITTEN, Language.ENGLISH, LABELS))
        .isEqualTo("The limit is 20 labels.");
    assertThat(Messages.say(REWRITTEN, Language.FRENCH, LABELS)).isEqualTo(FRENCH);
    assertThat(Messages.say(REWRITTEN, Language.ARABIC, LABELS)).isEqualTo(ARABIC);
  }

  @Test
  void aNewWordingChangesNoTranslationOfAnOldLog() {
    Message recognised = LegacyReasons.recognised(FORMER).orElseThrow();

    assertThat(Messages.say(REWRITTEN, Language.FRENCH, recognised)).isEqualTo(FRENCH);
    assertThat(Messages.say(REWRITTEN, Language.ARABIC, recognised)).isEqualTo(ARABIC);
    assertThat(LegacyReasons.refused(Language.FRENCH, FORMER)).isEqualTo(FRENCH);
  }

  @Test
  void wordsOfOursWithinAreSaidInTheSameLanguageAndKept() {
    Message file =
        Message.of(
            "the-name-ends-in-but-what",
            "ending",
            "pdf",
            "named",
            Message.of("part.pdf-document"),
            "found",
            Message.of("part.picture"));

    assertThat(file.english()).contains("(PDF document)", "another kind: picture.");
    assertThat(Messages.say(Language.ARABIC, file)).contains("مستند PDF", "صورة");
    assertThat(MessageJson.read(MessageJson.of(file))).isEqualTo(file);
    assertThat(MessageJson.of(file).getJsonObject("parameters").getJsonObject("found"))
        .isEqualTo(new JsonObject().put("code", "part.picture"));
  }

  @Test
  void aChoiceIsJoinedAsItsLanguageJoins() {
    Message choice = Messages.either(List.of("a", "b", Message.of("part.picture")));

    assertThat(choice.english()).isEqualTo("a, b or picture");
    assertThat(Messages.say(Language.FRENCH, choice)).isEqualTo("a, b ou image");
    assertThat(Messages.say(Language.ARABIC, choice)).contains("أو", "صورة");
    assertThat(MessageJson.read(MessageJson.of(choice))).isEqualTo(choice);
    assertThat(StoredMessage.of(choice).message()).isEqualTo(choice);
  }

  @Test
  void aLogHasTheCodeBesideTheWordsOfThen() {
    Message file =
        Message.of(
            "the-name-ends-in-but-what",
            "ending",
            "pdf",
            "named",
            Message.of("part.with", "company", "Acme"),
            "found",
            Message.of("part.picture"));

    assertThat(StoredMessage.of(file).message()).isEqualTo(file);
    assertThat(Messages.kept(Language.FRENCH, StoredMessage.of(LABELS), "words of then"))
        .isEqualTo(FRENCH);
    assertThat(Messages.kept(Language.FRENCH, null, FORMER)).isEqualTo(FRENCH);
  }

  @Test
  void whatANewerVersionKeptIsToldInItsWords() {
    StoredMessage later = new StoredMessage("of-a-later-version", List.of());

    assertThat(Messages.kept(Language.FRENCH, later, "Not yet known.")).isEqualTo("Not yet known.");
    assertThat(Messages.kept(Language.FRENCH, new StoredMessage(LABELS.code(), List.of()), FORMER))
        .as("without its value")
        .isEqualTo(FRENCH);
  }

  @Test
  void aSentenceIsNotSaidWithoutItsValues() {
    Message bare = Message.of(LABELS.code());

    assertThatThrownBy(bare::english).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"3, 3 وسوم", "20, 20 وسمًا", "100, 100 وسم", "1, وسم واحد"})
  void aNounHasTheFormOfItsNumber(int limit, String noun) {
    assertThat(Messages.say(Language.ARABIC, Message.of(LABELS.code(), "limit", limit)))
        .contains(noun);
  }
}
