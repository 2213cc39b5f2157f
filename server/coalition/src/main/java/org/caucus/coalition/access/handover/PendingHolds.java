package org.caucus.coalition.access.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;

/** What becomes of letters that wait for the word of somebody who leaves. Pure. */
final class PendingHolds {
  private PendingHolds() {}

  /**
   * What its capability leaves to others, as a company's own letter is a draft for its other
   * liaisons, goes to them; every other one is refused.
   */
  static List<Event> of(HeldLetters.Held state, SeatId seat, CommandContext act) {
    List<Event> events = new ArrayList<>();
    for (Hold hold : Duties.letters(state, seat)) {
      Optional<Event> draft = draft(state, hold, act);
      events.add(
          draft.isPresent()
              ? new LetterEvent.HoldApproved(hold.id(), act.by())
              : LetterEvent.HoldRefused.of(hold.id(), act.by(), ModerationSettings.LEFT));
      draft.ifPresent(events::add);
    }
    return events;
  }

  private static Optional<Event> draft(HeldLetters.Held state, Hold hold, CommandContext act) {
    SeatId author = Objects.requireNonNull(hold.seat());
    if (hold.unproven() || state.letters().moderation().isModerated(author)) {
      return Optional.empty();
    }
    var letter = new MailedLetter(hold.subject(), hold.text(), hold.letter(), hold.audience());
    CommandContext theirs = new CommandContext(act.id(), act.at(), author, hold.id(), act.entry());
    return state.mail(hold.intent()).left(letter, theirs);
  }
}
