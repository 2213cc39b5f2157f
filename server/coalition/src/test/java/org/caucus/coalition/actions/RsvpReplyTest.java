package org.caucus.coalition.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caucus.coalition.actions.Commitment.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first line of an answer by mail, when it is one word. */
class RsvpReplyTest {
  @ParameterizedTest
  @CsvSource({
    "Yes, WILL",
    "'  yes.\nBest, Bola', WILL",
    "Maybe, MAY",
    "NO!, WILL_NOT",
    "oui, WILL",
    "non, WILL_NOT",
    "peut-être, MAY",
    "نعم, WILL",
    "لا, WILL_NOT"
  })
  void oneWordIsAnAnswer(String text, Answer answer) {
    assertThat(RsvpReply.in(text).orElseThrow().answer()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Yes, I will be there! | WILL",
        "Yes \u2013 I\u2019ll be there. | WILL",
        "\u201cYes\u201d | WILL",
        "\u200eYES\u200e | WILL",
        "Yes\ud83d\udc4d\ud83c\udffe | WILL",
        "Yes please | WILL",
        "Yes, of course. Thanks! | WILL",
        "I'll be there, see you then! | WILL",
        "Count me in! | WILL",
        "Oui, j\u2019y serai\u202f! | WILL",
        "Oui, avec plaisir. | WILL",
        "Je serai pr\u00e9sente. Merci ! | WILL",
        "نعم، سأحضر إن شاء الله | WILL",
        "نَعَم. | WILL",
        "سأكون هناك! | WILL",
        "Sorry, I can\u2019t make it. | WILL_NOT",
        "No, I will not be able to attend, sorry. | WILL_NOT",
        "Non, d\u00e9sol\u00e9e, je ne pourrai pas venir. | WILL_NOT",
        "للأسف لن أتمكن من الحضور | WILL_NOT",
        "Maybe, not sure yet | MAY",
        "Peut\u2011\u00eatre | MAY",
        "Maybe I'll join. | MAY",
      })
  void whatPeopleSayInsteadOfOneWordIsUnderstood(String text, Answer answer) {
    String letter = "Hi Amina,\n\n" + text + "\n\nBest,\nBola\n\nOn Monday Amina wrote:\n> Call";
    assertThat(RsvpReply.in(text))
        .contains(new RsvpReply(RsvpReply.Whose.PERSON, answer, "", true));
    assertThat(RsvpReply.in(letter))
        .contains(new RsvpReply(RsvpReply.Whose.PERSON, answer, "", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, and Dayo comes too.",
        "No problem.",
        "Yes?",
        "OK",
        "Sure",
        "I will bring the memo.",
        "Oui, mais pas avant dix heures.",
        "نعم، ولكن بعد العاشرة",
        "We will see.",
      })
  void whatMayBeMeantAsAnAnswerIsNotGuessedAt(String text) {
    assertThat(RsvpReply.in(text)).isEmpty();
    assertThat(RsvpReply.isLike(text)).isTrue();
    assertThat(RsvpReply.isLike("Where is it? " + text)).isFalse();
  }

  @Test
  void whatIsSaidBetweenQuotedLinesIsSaid() {
    String text = "Yes\n\n> Joint call at ten\n\nAnd I bring two colleagues.";
    assertThat(RsvpReply.in(text).orElseThrow().alone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Yes we should move it to Tuesday.", "> yes", "No idea.", "Thank you\nyes"})
  void aSentenceIsNone(String text) {
    assertThat(RsvpReply.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "yes\n\n-- \nBola",
        "yes\r\n\r\nOn Monday Amina wrote:\r\n> Joint call\r\n> at ten",
        "Yes!\n\nAm Montag schrieb Amina:\n\n> Joint call"
      })
  void quotesAndSignaturesAreNoMoreWords(String text) {
    assertThat(RsvpReply.in(text).orElseThrow().alone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes\nand I bring a colleague", "no\n\nI am ill.\n\n> Joint call"})
  void whatFollowsIsSaidAsWell(String text) {
    assertThat(RsvpReply.in(text).orElseThrow().alone()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We will. | WILL | ''",
        "we may | MAY | ''",
        "We won\u2019t! | WILL_NOT | ''",
        "We will not | WILL_NOT | ''",
        "nous participons : deux orateurs | WILL | deux orateurs",
        "\u0642\u062f \u0646\u0634\u0627\u0631\u0643 | MAY | ''",
        "We will: Two speakers; by Amina | WILL | Two speakers; by Amina",
      })
  void anOrganisationSaysItsWordWithWhatAndByWhom(String text, Answer answer, String note) {
    assertThat(RsvpReply.in(text))
        .contains(new RsvpReply(RsvpReply.Whose.ORGANISATION, answer, note, true));
  }

  @Test
  void aNoteGoesOnWhereTheMailProgramBrokeTheLine() {
    String text = "We will: two speakers, and\r\nAmina leads.\r\n\r\nWhere is it?\r\n> Joint call";
    assertThat(RsvpReply.in(text))
        .contains(
            new RsvpReply(
                RsvpReply.Whose.ORGANISATION,
                Answer.WILL,
                "two speakers, and Amina leads.",
                false));
    for (String below :
        List.of("> Joint call", "On Monday Amina wrote:\n> Joint call", "--\nBola")) {
      assertThat(RsvpReply.in("We may: perhaps\n" + below))
          .as(below)
          .contains(new RsvpReply(RsvpReply.Whose.ORGANISATION, Answer.MAY, "perhaps", true));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"We will see.", "We will come: all of us", "yes: by phone", "We: will"})
  void whatOnlyBeginsLikeAWordIsNone(String text) {
    assertThat(RsvpReply.in(text)).isEmpty();
  }
}
