package org.caucus.coalition.mailcommands.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One word in answer to a notice is done and told to its author; anything more is said. */
class ReplyCommandTest {
  private static final Ref CALL = Ref.to(Ref.Kind.ACTION, Given.THING);
  private static final EntryLetter MAIL =
      new EntryLetter("blob", "w@press.example", null, false, List.of());

  private static Given planned() {
    return Given.coalition().does(AMINA, Parties.call(Audience.civilSociety()));
  }

  private static LetterCommand.PostLetter says(String text) {
    return new LetterCommand.PostLetter(new LetterReply(CALL, null), "Re: Call", text, MAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "mute, MUTE",
    "Mute., MUTE",
    "follow, FOLLOW",
    "unmute, USUAL",
    "suivre, FOLLOW",
    "كتم, MUTE",
    "Stop, MUTE",
    "unsubscribe, MUTE",
    "إلغاء الاشتراك, MUTE"
  })
  void whatOneWantsToHearIsChosenAndConfirmed(String word, ThreadPreference wish) {
    planned()
        .when(BOLA, says(word + "\n\nOn Monday Amina wrote:\n> Call on Part III\n"))
        .then(
            new ListEvent.ThingChosen(BOLA, CALL, wish),
            new LetterEvent.WordTaken(CALL, BOLA, "w@press.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sent from my iPhone",
        "Get Outlook for Android",
        "Sent with Proton Mail secure email.",
        "Envoyé de mon iPhone",
        "Envoyé à partir de Outlook pour iOS",
        "أُرسلت من الـ iPhone",
      })
  void whatAPhoneAddsIsNotSaid(String signature) {
    planned()
        .when(BOLA, says("mute\n\n" + signature + "\n\n> Call on Part III\n"))
        .then(
            new ListEvent.ThingChosen(BOLA, CALL, ThreadPreference.MUTE),
            new LetterEvent.WordTaken(CALL, BOLA, "w@press.example"));
  }

  @Test
  void whetherOneComesIsConfirmedToo() {
    planned()
        .when(BOLA, says("yes"))
        .then(
            new ActionEvent.Answered(Given.THING, BOLA, Commitment.Answer.WILL, ""),
            new LetterEvent.WordTaken(CALL, BOLA, "w@press.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mute\nthe microphones, please", "muted", "Follow the money", "> mute"})
  void whatSaysMoreIsSaid(String text) {
    assertThat(planned().when(BOLA, says(text)).last()).isInstanceOf(EntryEvent.EntryPosted.class);
  }

  @Test
  void whoReadsAlongMayMuteAndMaySayThatTheyCome() {
    assertThat(planned().when(CLAIRE, says("mute")).last())
        .isInstanceOf(LetterEvent.WordTaken.class);
    assertThat(ReplyCommand.isAll(CALL, null, "yes")).isTrue();
    assertThat(ReplyCommand.isAll(CALL, null, "yes\nand I bring two")).isFalse();
    assertThat(ReplyCommand.isAll(CALL, "entry", "yes"))
        .as("a reply to what somebody said")
        .isFalse();
    assertThat(ReplyCommand.isAll(Ref.to(Ref.Kind.THREAD, "t"), null, "mute"))
        .as("an answer in a thread is a post")
        .isFalse();
  }

  @Test
  void whoCannotReadItIsToldOfNothing() {
    planned().when(CHIKA, says("mute")).refused(Refusal.Kind.ABSENT);
  }
}
