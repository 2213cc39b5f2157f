package org.caucus.coalition.access.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterDecider;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.MessageTarget;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateDecider;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** What becomes of letters that wait for the word of somebody who leaves. Pure. */
final class PendingHolds {
  private PendingHolds() {}

  /**
   * A company's own is a draft, which its other liaisons finish or discard; every other one is
   * refused.
   */
  static List<Event> of(HeldLetters.Held state, SeatId seat, CommandContext act) {
    List<Event> events = new ArrayList<>();
    for (Hold hold : Duties.letters(state, seat)) {
      Optional<Event> draft = draft(state, hold, act);
      events.add(
          draft.isPresent()
              ? new LetterEvent.HoldApproved(hold.id(), act.by())
              : new LetterEvent.HoldRefused(hold.id(), act.by(), ModerationSettings.LEFT));
      draft.ifPresent(events::add);
    }
    return events;
  }

  /**
   * It waits for a liaison, also if it has an hour: the person who wrote it has not said yes to it.
   */
  private static Optional<Event> draft(HeldLetters.Held state, Hold hold, CommandContext act) {
    SeatId author = Objects.requireNonNull(hold.seat());
    if (!(hold.intent() instanceof MessageTarget.NewUpdate intent)
        || hold.unproven()
        || state.letters().moderation().isModerated(author)
        || !isLeftToSomebody(state, author, intent.company())) {
      return Optional.empty();
    }
    var letter =
        new LetterCommand.PostLetter(
            intent, hold.subject(), hold.text(), hold.letter(), hold.audience());
    String title = LetterDecider.titleOf(hold.subject(), hold.text());
    UpdateCommand said = LetterDecider.update(intent, letter, title);
    UpdateCommand draft =
        said instanceof UpdateCommand.PostUpdate p ? new UpdateCommand.DraftUpdate(p, null) : said;
    CommandContext theirs = new CommandContext(act.id(), act.at(), author, hold.id(), act.entry());
    try {
      return UpdateDecider.decide(state, draft, theirs).stream()
          .filter(DraftEvent.UpdateDrafted.class::isInstance)
          .findFirst();
    } catch (Refusal no) {
      return Optional.empty(); // as it would be if they said yes themselves
    }
  }

  private static boolean isLeftToSomebody(HeldLetters.Held state, SeatId leaver, String company) {
    return state.members().active().stream()
        .filter(s -> s.role() == Role.LIAISON && s.organisation().equals(company))
        .map(Seat::id)
        .anyMatch(s -> !s.equals(leaver));
  }
}
