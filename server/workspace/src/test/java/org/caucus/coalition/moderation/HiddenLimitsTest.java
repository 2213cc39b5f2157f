package org.caucus.coalition.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListDecider;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.NewThread;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.spill.StoredText;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody finds out how much there is that they cannot read by going on until a limit says no. */
class HiddenLimitsTest {
  private static final Audience ONLY_AMINA = Audience.named(List.of(AMINA));

  private static LetterCommand.HoldLetter stranger(String list) {
    return new LetterCommand.HoldLetter(
        new NewThread(list),
        list,
        "stranger@elsewhere.example",
        null,
        Hold.Awaits.CONVENOR,
        "Hello",
        "Words",
        new org.caucus.coalition.capability.EntryLetter("blob", null, null, false, List.of()),
        List.of(Message.of("reasons.stranger")));
  }

  private static Event held(String id, String list) {
    return held(id, list, null);
  }

  private static Event held(String id, String list, @Nullable Audience said) {
    LetterCommand.HoldLetter c = stranger(list);
    return new LetterEvent.LetterHeld(
        id,
        c.intent(),
        c.address(),
        c.sender(),
        null,
        c.awaits(),
        StoredText.of(c.subject()),
        StoredText.of(c.text()),
        c.letter(),
        c.reasons().stream().map(Message::english).toList(),
        said,
        null);
  }

  @Test
  void listsThatAConvenorCannotReadTakeNoneOfTheirs() {
    Given given = Given.coalition().and(new MemberEvent.RoleChanged(BOLA, Role.CONVENOR));
    for (int i = 0; i < ListDecider.MAX_LISTS; i++) {
      given = given.and(Parties.list("hidden" + i, ONLY_AMINA));
    }
    var open = new ListCommand.OpenList("press", "Press", "", "press", Audience.civilSociety());

    assertThat(given.when(BOLA, open).last()).isInstanceOf(ListEvent.ListOpened.class);
    given.when(AMINA, open).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void lettersThatWaitForOthersTakeNoRoomFromTheRest() {
    Given given = Given.coalition().and(Parties.list("hidden", ONLY_AMINA));
    for (int i = 0; i < LetterDecider.MAX_HELD_OF_STRANGERS; i++) {
      given = given.and(held("hold" + i, "hidden"));
    }

    given.when(null, stranger("hidden")).refused(Refusal.Kind.CONFLICT);
    assertThat(given.when(null, stranger("coalition")).last())
        .isInstanceOf(LetterEvent.LetterHeld.class);
  }

  @Test
  void lettersForFewerTakeNoRoomFromThoseForAll() {
    Given given = Given.coalition();
    for (int i = 0; i < LetterDecider.MAX_HELD; i++) {
      given = given.and(held("hold" + i, "coalition", Audience.companyOnly("chirp")));
    }

    assertThat(given.when(null, stranger("coalition")).last())
        .isInstanceOf(LetterEvent.LetterHeld.class);
  }
}
