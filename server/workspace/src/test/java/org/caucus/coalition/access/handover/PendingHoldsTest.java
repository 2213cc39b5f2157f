package org.caucus.coalition.access.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.CHIKA;

import java.util.List;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.coalition.updates.mail.NewUpdate;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A liaison leaves with a letter of their company that waits for their word. */
class PendingHoldsTest {
  private static final SeatId DAYO = new SeatId("dayo");
  private static final Command END = new MemberCommand.EndSeat(CHIKA);
  private static final Command HANDS_OVER = new HandoverCommand.HandOver(CHIKA, null, List.of());

  private static Given waiting(Given given, @Nullable Boolean unproven) {
    EntryLetter letter =
        new EntryLetter(
            "letter",
            null,
            null,
            false,
            List.of(new EntryLetter.Attachment(0, "report.pdf", "application/pdf", 182_044)));
    return given.and(
        new LetterEvent.LetterHeld(
            "held",
            new NewUpdate("chirp"),
            "updates.chirp@lists.example",
            "chika@chirp.example",
            CHIKA,
            Hold.Awaits.SENDER,
            StoredText.of("Appeals"),
            StoredText.of("Within 48 hours."),
            letter,
            List.of("It is a draft of your company's update."),
            null,
            unproven));
  }

  private static Given two() {
    return Given.coalition().and(Parties.seat(DAYO, "chirp", Role.LIAISON, null));
  }

  @Test
  void itIsADraftOfTheCompanyWhichAnotherLiaisonFinishes() {
    for (Command leaving : List.of(END, HANDS_OVER)) {
      Given left = waiting(two(), null).does(AMINA, leaving);

      Draft draft = left.state().updates().drafts().find("held").orElseThrow();
      assertThat(draft.state()).isEqualTo(Draft.State.WAITING);
      assertThat(draft.said().body()).isEqualTo("Within 48 hours.");
      assertThat(draft.files()).extracting(Entry.Attached::name).containsExactly("report.pdf");
      assertThat(left.state().access().canRead(DAYO, draft.scope())).isTrue();
      assertThat(left.state().access().canRead(AMINA, draft.scope())).isFalse();
      Given published = left.does(DAYO, new DraftCommand.ConfirmDraft("held"));
      assertThat(published.state().updates().feed()).hasSize(1);
      left.does(DAYO, new DraftCommand.DiscardDraft("held"));
    }
  }

  @Test
  void theConvenorWhoEndsTheSeatLearnsNothingOfIt() {
    Given left = waiting(two(), null).commits(AMINA, END);

    assertThat(left.state().visibleEvents(left.state().history().getLast(), AMINA))
        .containsExactly(new MemberEvent.SeatEnded(CHIKA));
  }

  @Test
  void whatNobodyVouchesForOrNobodyIsLeftForIsRefused() {
    Event refused = LetterEvent.HoldRefused.of("held", AMINA, ModerationSettings.LEFT);
    Event ended = new MemberEvent.SeatEnded(CHIKA);

    waiting(two(), true).when(AMINA, END).then(ended, refused);
    waiting(Given.coalition(), null).when(AMINA, END).then(ended, refused);
    waiting(two(), null)
        .does(AMINA, new LetterCommand.ModerateSeat(CHIKA, true))
        .when(AMINA, END)
        .then(ended, refused);
  }
}
