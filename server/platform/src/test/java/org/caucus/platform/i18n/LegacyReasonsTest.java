package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.kernel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What logs keep in English alone is told in other languages, also in words of long ago. */
class LegacyReasonsTest {
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)\\*?}");

  @Test
  void aReasonIsTheSameInWordsThatItHadOnce() {
    String former = MessageCatalogue.former("reasons").get("passed-on.1");
    String later = MessageCatalogue.former("reasons").get("passed-on.2");

    Message reason = Message.of("reasons.passed-on");

    assertThat(former).isNotEqualTo(later);
    assertThat(LegacyReasons.reason(former)).isEqualTo(reason);
    assertThat(LegacyReasons.reason(later)).isEqualTo(reason);
    assertThat(LegacyReasons.isWordingOf(reason, former)).isTrue();
    assertThat(LegacyReasons.isWordingOf(reason, "What a convenor wrote")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A workspace has at most 100 trackers. | Cet espace a déjà 100 suivis, soit la limite. Rien"
            + " n’a été créé.",
        "This issue is closed already. | Ce dossier est déjà clos. Rien n’a été modifié.",
        "Two fields are called \"{1}\". | Deux champs s’appellent « {1} ». Renommez l’un des deux.",
        "title is missing. | title est absent. Ajoutez-le et renvoyez.",
        "Something nobody wrote down. | Something nobody wrote down.",
        "Piece 2 has 5 bytes; 4 came. | La partie 2 n’a pas la bonne taille : 4 octets reçus, 5"
            + " attendus. Renvoyez-la.",
        "labels must be a list, not a number. | labels n’a pas le bon type. Il faut une liste, et"
            + " non un nombre.",
        "text must be an object, not text. | text n’a pas le bon type. Il faut un objet, et non du"
            + " texte.",
        "a list. x must be a list, not y. | a list. x n’a pas le bon type. Il faut une liste, et"
            + " non y.",
        "At most 60 files an hour are begun. Wait a little and try again. Nothing was lost. | Vous"
            + " avez commencé trop d’envois. La limite est de 60 fichiers par heure. Attendez un"
            + " moment et réessayez. Rien n’a été perdu.",
        "What this is in is for: With Acme Inc. Ltd. It can go no further there. A convenor can"
            + " raise that ceiling first, or you can start it anew in a place with a wider one. |"
            + " Ceci ne peut pas être plus visible que le lieu qui le contient. Celui-ci est"
            + " visible par : Société civile et Acme Inc. Ltd. La coordination peut d’abord relever"
            + " cette limite, ou vous pouvez créer un nouvel élément dans un lieu plus visible.",
        "A file has at most 1 MiB; this one has 2. Nothing was changed. | Ce fichier est trop"
            + " volumineux : 2 Mo. La limite est de 1 Mo. Rien n’a été modifié.",
      })
  void valuesStayAsTheyAre(String english, String french) {
    assertThat(french(english)).isEqualTo(french);
    assertThat(LegacyReasons.refused(Language.ENGLISH, english)).isEqualTo(english);
  }

  /** With plain spaces where no line may break. */
  private static String french(String english) {
    return LegacyReasons.refused(Language.FRENCH, english).replace('\u00a0', ' ');
  }

  @Test
  void wordsOfOursWithinAreSaidAsWell() {
    String english =
        "The name ends in .pdf (PDF document), but what is in the file is another kind: picture."
            + " Make sure it is the file you mean, and name it accordingly.";
    assertThat(french(english)).contains("(document PDF)", "autre type : image.");
    assertThat(LegacyReasons.refused(Language.ARABIC, english)).contains("مستند PDF", "صورة");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reasons | It decided nothing: its first line is no word that does. Answer the question"
            + " with approve, reject or discard alone on the first line; whoever wrote a letter"
            + " that waits takes it back with withdraw.",
        "refusals | Only whoever wrote a letter can take it back.",
        "refusals | Only whoever started this, or a convenor, can narrow who reads it. Ask one of"
            + " them.",
        "refusals | \"cal\" is none of event, review.",
      })
  void whatALogKeepsInFormerWordsIsToldInOtherLanguages(String area, String former) {
    for (Language language : List.of(Language.FRENCH, Language.ARABIC)) {
      String told =
          area.equals("reasons")
              ? LegacyReasons.reason(language, former)
              : LegacyReasons.refused(language, former);
      assertThat(told).isNotEqualTo(former).doesNotContain("hoever", "is none of");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refusals", "reasons", "orders"})
  void eachFormerSentenceHasACodeOfNowAndItsValues(String area) {
    String prefix = area.equals("refusals") ? "" : area + ".";
    MessageCatalogue.former(area)
        .forEach(
            (key, english) -> {
              String code = prefix + key.replaceFirst("(\\.(one|other))?\\.[0-9]{1,2}$", "");
              assertThat(Messages.isKnown(code)).as(key).isTrue();
              Set<String> given = values(english);
              if (key.contains(".one.")) {
                given.add("count");
              }
              if (english.endsWith(" ") || english.endsWith(":")) {
                given.addAll(Messages.names(code)); // what follows it
              }
              assertThat(given).as(key).containsAll(Messages.names(code));
            });
  }

  private static Set<String> values(String english) {
    return VALUE
        .matcher(english)
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Say it as: index LIST, and how many posts behind it, at most 200.",
        "This line is not understood. You may have meant: leave LIST",
        "A letter has at most 50 orders. Send the rest in another one.",
        "Observers read along; they do not post. Ask a convenor.",
      })
  void anOrderThatWasNotDoneIsToldInOtherLanguages(String english) {
    assertThat(Messages.kept(Language.ENGLISH, null, english)).isEqualTo(english);
    assertThat(Messages.kept(Language.FRENCH, null, english))
        .isNotEqualTo(english)
        .doesNotContain("You", "letter", "posts", "Ask");
    assertThat(Messages.kept(Language.ARABIC, null, english)).containsPattern("\\p{IsArabic}");
  }

  @Test
  void aNumberWithinHasItsForm() {
    String one =
        "This is not the code of the newest mail. Look again and type it once more: one try is"
            + " left.";
    assertThat(LegacyReasons.refused(Language.ARABIC, one)).contains("محاولة واحدة");
    assertThat(LegacyReasons.refused(Language.ARABIC, one.replace("one try is", "3 tries are")))
        .contains("3 محاولات");
  }
}
