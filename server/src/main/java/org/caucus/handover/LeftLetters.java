package org.caucus.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.letters.LetterCommand;
import org.caucus.letters.LetterDecider;
import org.caucus.letters.LetterEvent;
import org.caucus.letters.Letters;
import org.caucus.letters.Moderation;
import org.caucus.members.Role;
import org.caucus.members.Seat;
import org.caucus.updates.UpdateCommand;
import org.caucus.updates.UpdateDecider;
import org.caucus.updates.drafts.DraftEvent;

/** What becomes of letters that wait for the word of somebody who leaves. Pure. */
final class LeftLetters {
  private LeftLetters() {}

  /**
   * A company's own is a draft, which its other liaisons finish or discard; every other one is
   * refused.
   */
  static List<Event> of(Letters.Held state, SeatId seat, Act act) {
    List<Event> events = new ArrayList<>();
    for (Hold hold : Duties.letters(state, seat)) {
      Optional<Event> draft = draft(state, hold, act);
      events.add(
          draft.isPresent()
              ? new LetterEvent.HoldApproved(hold.id(), act.by())
              : new LetterEvent.HoldRefused(hold.id(), act.by(), Moderation.LEFT));
      draft.ifPresent(events::add);
    }
    return events;
  }

  /**
   * It waits for a liaison, also if it has an hour: the person who wrote it has not said yes to it.
   */
  private static Optional<Event> draft(Letters.Held state, Hold hold, Act act) {
    SeatId author = Objects.requireNonNull(hold.seat());
    if (!(hold.intent() instanceof Intent.NewUpdate intent)
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
    Act theirs = new Act(act.id(), act.at(), author, hold.id(), act.entry());
    try {
      return UpdateDecider.decide(state, draft, theirs).stream()
          .filter(DraftEvent.UpdateDrafted.class::isInstance)
          .findFirst();
    } catch (Refused no) {
      return Optional.empty(); // as it would be if they said yes themselves
    }
  }

  private static boolean isLeftToSomebody(Letters.Held state, SeatId leaver, String company) {
    return state.members().active().stream()
        .filter(s -> s.role() == Role.LIAISON && s.organisation().equals(company))
        .map(Seat::id)
        .anyMatch(s -> !s.equals(leaver));
  }
}
