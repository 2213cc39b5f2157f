package org.caucus.coalition.mailcommands.replies;

import static org.assertj.core.api.Assertions.assertThat;

import org.caucus.coalition.reactions.Reaction;
import org.caucus.kernel.Ref;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers are a reaction, and which are words that people want others to read. */
class ReactionReplyTest {
  private static final Ref THREAD = Ref.to(Ref.Kind.THREAD, "thread1");

  @ParameterizedTest
  @CsvSource({
    "Agree, PLUS_ONE",
    "I agree., PLUS_ONE",
    "+1, PLUS_ONE",
    "D’accord, PLUS_ONE",
    "موافق, PLUS_ONE",
    "Thank you!, THANKS",
    "thanks, THANKS",
    "Merci beaucoup !, THANKS",
    "شكرًا, THANKS",
    "شكرا, THANKS",
    "Seen, SEEN",
    "Noted., SEEN",
    "Vu, SEEN",
    "Well done!!, CONGRATULATIONS",
    "Félicitations, CONGRATULATIONS",
    "أحسنتم, CONGRATULATIONS",
    "In solidarity, SOLIDARITY",
    "Solidarité, SOLIDARITY"
  })
  void oneWordAndNothingElse(String text, Reaction expected) {
    assertThat(ReactionReply.of(THREAD, "entry1", text)).contains(expected);
    String quoted = "Dear Amina,\n\n" + text + "\n\n> The memo is due.\n";
    assertThat(ReactionReply.of(THREAD, "entry1", quoted)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you, but the date is wrong.",
        "Thank you\nWho comes to the call?",
        "Agree?",
        "I agree with point two",
        "Not agreed",
        "> thank you",
        "No thanks",
        "We have seen worse",
        ""
      })
  void whatSaysMoreIsPosted(String text) {
    assertThat(ReactionReply.of(THREAD, "entry1", text)).isEmpty();
  }

  @Test
  void onlyAnAnswerToAMessageInAThreadIsOne() {
    assertThat(ReactionReply.of(THREAD, null, "Thank you")).isEmpty();
    assertThat(ReactionReply.of(Ref.to(Ref.Kind.POLL, "p1"), "entry1", "Agree")).isEmpty();
    assertThat(ReactionReply.of(Ref.to(Ref.Kind.ISSUE, "i1"), "entry1", "Thanks")).isEmpty();
  }
}
